import fc from 'fast-check';
import {
  buildSchema,
  execute,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type ExecutionResult,
  type GraphQLResolveInfo,
} from 'graphql';
import { expect, test } from 'vitest';

import { measureOperation, type OperationSize } from '../../../src/graph/cost/operation-size.js';

const schema = buildSchema(`
  type Query { things(first: Int = 50): ThingConnection! nodes(ids: [ID!]!): [Thing]! }
  type ThingConnection { nodes: [Thing!]! edges: [ThingEdge!]! }
  type ThingEdge { node: Thing! }
  interface Thing { id: ID! parts(first: Int = 50): ThingConnection! }
  type A implements Thing { id: ID! parts(first: Int = 50): ThingConnection! }
  type B implements Thing { id: ID! parts(first: Int = 50): ThingConnection! }
`);

type Variables = Readonly<Record<string, unknown>>;

function measure(text: string, variables: Variables = {}): OperationSize | undefined {
  const document = parse(text);
  const [operation] = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return operation && measureOperation(schema, document, operation, variables);
}

interface Counts {
  rows: number;
  depth: number;
}

/** Counts what graphql-js executes, where things are of the kinds that `kindOf` gives one after the other. */
function run(text: string, variables: Variables, kindOf: (number: number) => 'A' | 'B'): Counts {
  const counts: Counts = { rows: 0, depth: 0 };
  let things = 0;
  const see = ({ path }: GraphQLResolveInfo): void => {
    let depth = 0;
    for (let at: typeof path | undefined = path; at; at = at.prev) if (typeof at.key === 'string') depth += 1;
    counts.depth = Math.max(counts.depth, depth);
  };
  const thing = () => ({
    __typename: kindOf(things++),
    id: (_: unknown, __: unknown, info: GraphQLResolveInfo) => (see(info), 'x'),
    parts: page,
  });
  const several = (count: number) => Array.from({ length: count }, thing);
  const page = ({ first }: { first?: number | null }, _: unknown, at: GraphQLResolveInfo) => {
    see(at);
    const count = first ?? 50;
    counts.rows += count;
    return {
      nodes: (__: unknown, ___: unknown, info: GraphQLResolveInfo) => (see(info), several(count)),
      edges: (__: unknown, ___: unknown, info: GraphQLResolveInfo) => (
        see(info),
        Array.from({ length: count }, () => ({
          node: (____: unknown, _____: unknown, inner: GraphQLResolveInfo) => (see(inner), thing()),
        }))
      ),
    };
  };
  const nodes = ({ ids }: { ids: readonly string[] }, _: unknown, info: GraphQLResolveInfo) => {
    see(info);
    counts.rows += ids.length;
    return several(ids.length);
  };
  const { errors } = execute({
    schema,
    document: parse(text),
    rootValue: { things: page, nodes },
    variableValues: variables,
  }) as ExecutionResult;
  expect(errors).toBeUndefined();
  return counts;
}

const directives = fc.constantFrom(
  '',
  '',
  '',
  ' @skip(if: $yes)',
  ' @skip(if: $no)',
  ' @include(if: $yes)',
  ' @include(if: $no)',
);
const several = (each: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(each, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const list = (name: string, below: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('1', '2', '3', '$n'), directives, below)
    .map(
      ([first, directive, inner]) =>
        `${name}${first.replace('$', '')}: ${name}(first: ${first})${directive} { ${inner} }`,
    );

function page(depth: number): fc.Arbitrary<string> {
  return several(
    fc
      .tuple(fc.boolean(), directives, thing(depth))
      .map(([edges, directive, inner]) =>
        edges ? `edges${directive} { node { id ${inner} } }` : `nodes${directive} { id ${inner} }`,
      ),
  );
}

function thing(depth: number): fc.Arbitrary<string> {
  const id = fc.constantFrom('id', 'other: id');
  if (depth === 0) return id;
  const parts = list('parts', page(depth - 1));
  const typed = fc
    .tuple(fc.constantFrom('', ' on Thing', ' on A', ' on B'), directives, several(fc.oneof(id, parts)))
    .map(([type, directive, inner]) => `...${type}${directive} { ${inner} }`);
  const own = fc.constant(
    '... on A { own: parts(first: 3) { nodes { id } } } ... on B { own: parts(first: 1) { edges { node { id } } } }',
  );
  return several(fc.oneof(id, parts, typed, own, fc.constant('...F')));
}

const documents = fc
  .tuple(
    several(
      fc.oneof(
        list('things', page(2)),
        thing(1).map((inner) => `nodes(ids: ["x", "y"]) { ${inner} }`),
      ),
    ),
    thing(0),
  )
  .map(
    ([roots, fragment]) =>
      `query ($yes: Boolean!, $no: Boolean!, $n: Int = 2) { __typename ${roots} } fragment F on Thing { ${fragment} parts2: parts(first: 2) { nodes { id } } }`,
  )
  .map((text) => (text.includes('...F') ? text : text.replace(/ fragment F .*$/, '')))
  // A variable that is not used is a mistake.
  .filter((text) => validate(schema, parse(text)).every(({ message }) => message.includes('never used')));

test('an operation is measured as graphql-js executes it, and where types differ as the largest of them', () => {
  const variables = fc.record({ yes: fc.constant(true), no: fc.constant(false), n: fc.constantFrom(1, 2, 3) });
  fc.assert(
    fc.property(documents, variables, (text, given) => {
      const { rows, depth } = measure(text, given) ?? { rows: -1, depth: -1 };
      const [ofA, ofB, mixed] = [
        run(text, given, () => 'A'),
        run(text, given, () => 'B'),
        run(text, given, (number) => (number % 3 === 0 ? 'A' : 'B')),
      ];
      for (const ran of [ofA, ofB, mixed]) {
        expect(ran.rows).toBeLessThanOrEqual(rows);
        expect(ran.depth).toBeLessThanOrEqual(depth);
      }
      if (!/ on [AB]/.test(text)) expect([rows, depth]).toEqual([ofA.rows, Math.max(1, ofA.depth)]);
    }),
    { numRuns: 80 },
  );
});

test.each([
  [
    'a key of two types counts as the larger',
    '{ things(first: 10) { nodes { ... on A { parts(first: 7) { nodes { id } } } ... on B { parts(first: 9) { nodes { id } } } } } }',
    {},
    1,
    5,
    10 + 90,
  ],
  [
    'a root field once, however often it is written',
    '{ things(first: 1) { nodes { id } } things(first: 1) { edges { cursor: node { id } } } }',
    {},
    1,
    4,
    1,
  ],
  [
    'what is skipped does not count',
    'query ($no: Boolean!) { things(first: 1000) @include(if: $no) { nodes { id } } }',
    { no: false },
    0,
    0,
    0,
  ],
  [
    'nothing lies below an empty list',
    '{ things(first: 0) { nodes { parts(first: 900) { nodes { id } } } } }',
    {},
    1,
    5,
    0,
  ],
  ['null is the usual page', '{ things(first: null) { nodes { id } } }', {}, 1, 3, 50],
  [
    'introspection is as deep as its root',
    '{ __schema { types { fields { type { ofType { name } } } } } }',
    {},
    1,
    1,
    0,
  ],
])('%s', (_, text, variables, rootFields, depth, rows) => {
  expect(measure(text, variables)).toMatchObject({ rootFields, depth, rows });
});

test('what its variables keep from running has no size', () => {
  expect(measure('query ($n: Int!) { things(first: $n) { nodes { id } } }', { n: 'many' })).toBeUndefined();
  expect(schema.getRootType(OperationTypeNode.SUBSCRIPTION)).toBeUndefined();
});

test('fragments on types in fragments on types that have too many combinations are refused, in little time', () => {
  const chain = (at: number, level = 0): string =>
    level === 16
      ? 'id'
      : `${at === level ? '... on A' : '...'} { p: parts(first: 1) { nodes { ${chain(at, level + 1)} } } }`;
  const text = `{ things(first: 1) { nodes { ${Array.from({ length: 16 }, (_, at) => chain(at)).join(' ')} } } }`;
  const outcome = (() => {
    try {
      return measure(text)?.depth;
    } catch (error) {
      return String(error);
    }
  })();
  expect(String(outcome)).toContain('too many combinations');
});
