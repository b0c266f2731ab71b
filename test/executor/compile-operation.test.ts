import {
  buildSchema,
  Kind,
  parse,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { describe, expect, test } from 'vitest';

import { compileOperation, type CompiledOperation } from '../../src/executor/compile-operation.js';
import { READS_PROPERTY } from '../../src/executor/field-plan.js';

const schema = buildSchema(`
  interface Named { name: String }
  type Person implements Named { name: String friends(first: Int = 2): [Person!] }
  type Query { me: Person anybody: Named add(a: Int!, b: Int! = 2): Int }
  type Mutation { bump(by: Int): Int }
  type Subscription { ticks: Int }
`);
const calls: unknown[] = [];
const queryFields = schema.getQueryType()?.getFields();
if (queryFields?.['add']) {
  queryFields['add'].resolve = (_row, args: { a: number; b: number }) => {
    calls.push(args);
    return args.a + args.b;
  };
}
if (queryFields?.['me']) queryFields['me'].resolve = () => ({ name: 'Anna', friends: [{ name: 'Ewa' }] });

function compile(source: string): CompiledOperation | undefined {
  const document = parse(source);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return compileOperation(schema, document, operation as OperationDefinitionNode);
}

describe('a compiled operation', () => {
  test('gives its result at once where no value is a promise', () => {
    expect(compile('{ me { name friends { name } } }')?.({})?.({})).toEqual({
      data: { me: { name: 'Anna', friends: [{ name: 'Ewa' }] } },
    });
  });

  test('coerces arguments without variables once for all runs', () => {
    const operation = compile('{ add(a: 1) }');
    calls.length = 0;
    operation?.({})?.({});
    operation?.({})?.({});
    expect(calls).toEqual([
      { a: 1, b: 2 },
      { a: 1, b: 2 },
    ]);
    expect(calls[0]).toBe(calls[1]);
    expect(Object.isFrozen(calls[0])).toBe(true);
  });

  test('leaves mistakes in variables to graphql-js, before anything is resolved', () => {
    calls.length = 0;
    expect(compile('query ($a: Int!) { add(a: $a) }')?.({ a: 'one' })).toBeUndefined();
    expect(calls).toEqual([]);
  });

  test('selects anew for other values of @include', () => {
    const operation = compile('query ($is: Boolean!) { me { name @include(if: $is) __typename } }');
    expect(operation?.({ is: true })?.({})).toEqual({ data: { me: { name: 'Anna', __typename: 'Person' } } });
    expect(operation?.({ is: false })?.({})).toEqual({ data: { me: { __typename: 'Person' } } });
    expect(operation?.({ is: true })?.({})).toEqual({ data: { me: { name: 'Anna', __typename: 'Person' } } });
  });
});

test('a resolver that was put around one that reads the row is called', () => {
  const field = schema.getType('Person');
  const name = field && 'getFields' in field ? (field as GraphQLObjectType).getFields()['name'] : undefined;
  if (!name) throw new TypeError('Person has no name');
  const inner: GraphQLFieldResolver<{ name?: string }, unknown> = (row) => row.name ?? 'looked up';
  name.extensions = { [READS_PROPERTY]: inner };
  name.resolve = inner;
  expect(compile('{ me { name } }')?.({})?.({})).toEqual({ data: { me: { name: 'Anna' } } });
  name.resolve = () => null;
  expect(compile('{ me { name } }')?.({})?.({})).toEqual({ data: { me: { name: null } } });
});

test.each([
  ['introspection', '{ __schema { queryType { name } } }'],
  ['the type of a name', '{ __type(name: "Person") { name } }'],
  ['a subscription', 'subscription { ticks }'],
  ['an answer with a member __proto__', '{ __proto__: me { name } }'],
  ['too many conditions', `query (${conditions(7, ($) => `${$}: Boolean!`)}) { me { ${conditions(7, selected)} } }`],
])('graphql-js executes %s', (_what, source) => {
  expect(compile(source)).toBeUndefined();
});

function conditions(count: number, write: (variable: string) => string): string {
  return Array.from({ length: count }, (_, index) => write(`$if${index}`)).join(' ');
}

function selected(variable: string): string {
  return `... @include(if: ${variable}) { name }`;
}
