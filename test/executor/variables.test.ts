import { buildSchema, execute, Kind, parse, print, validate, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';

import { compileOperation } from '../../src/executor/compile-operation.js';
import { createRandom, type Random } from './random.js';

const schema = buildSchema(`
  enum Kind { EMAIL SMS }
  input Range { from: Int = 1 to: Int! kinds: [Kind!] }
  type Query {
    echo(
      int: Int, float: Float, text: String, id: ID, is: Boolean, kind: Kind, ints: [Int!], range: Range
      must: Int!, mustText: String! = "given", times: Int = 3, kinds: [Kind] = [EMAIL]
    ): String
  }
`);
const echo = schema.getQueryType()?.getFields()['echo'];
if (!echo) throw new TypeError('there is no echo');
echo.resolve = (_row, args: { readonly ints?: unknown[] }) => {
  const text = JSON.stringify(args);
  // A resolver may change what it was given, and the next run gets what the document says.
  args.ints?.push('changed');
  return text;
};

/** For each type some literals, and some values of variables that fit. */
const OF_TYPE: Readonly<Record<string, readonly [literals: readonly string[], values: readonly unknown[]]>> = {
  Int: [
    ['1', '-7'],
    [0, 7],
  ],
  Float: [
    ['1.5', '2'],
    [1.5, 3e9],
  ],
  String: [['"b"'], ['', 'a']],
  ID: [
    ['"c"', '5'],
    ['d', 7],
  ],
  Boolean: [['true'], [false]],
  Kind: [['EMAIL'], ['SMS']],
  '[Int!]': [
    ['[1, 2]', '3'],
    [[1], [], 4],
  ],
  '[Kind]': [['[SMS, null]'], [['EMAIL'], 'SMS']],
  Range: [['{ to: 5 }'], [{ to: 1 }, { to: 2, from: null }, { to: 3, kinds: 'SMS' }]],
};
const WRONG: readonly unknown[] = [2 ** 40, 'FAX', true, null, undefined, [null], { from: 2 }, Symbol.iterator, 0.5];

test('variables and arguments are coerced as graphql-js does, or left to it', () => {
  let equal = 0;
  let left = 0;
  for (let seed = 1; seed <= 4000; seed += 1) {
    const random = createRandom(seed);
    const source = makeSource(random);
    const document = parse(source);
    const [operation] = document.definitions as OperationDefinitionNode[];
    if (operation?.kind !== Kind.OPERATION_DEFINITION || validate(schema, document).length > 0) continue;
    const compiled = compileOperation(schema, document, operation);
    // Twice with each document: what is found out of it holds for any values.
    for (let run = 0; run < 2; run += 1) {
      const variableValues = makeVariables(random, operation);
      const expected = execute({ schema, document, variableValues });
      const found = compiled?.(variableValues)?.({});
      if (found) expect([source, variableValues, found]).toEqual([source, variableValues, expected]);
      else
        expect([source, variableValues, expected]).toEqual([
          source,
          variableValues,
          { errors: expect.anything() as unknown },
        ]);
      if (found) equal += 1;
      else left += 1;
    }
  }
  expect(equal).toBeGreaterThan(1000);
  expect(left).toBeGreaterThan(1000);
});

/** An operation with variables of the right types; its variables seldom have a wrong value. */
function makeSource(random: Random): string {
  const definitions: string[] = [];
  const declare = (type: string): string => {
    const name = definitions.length === 0 ? random.pick(['a', 'toString', '__proto__']) : `v${definitions.length}`;
    const known = `$${name}`;
    const byDefault = random.chance(0.25) ? ` = ${random.pick(OF_TYPE[type]?.[0] ?? [])}` : '';
    definitions.push(`${known}: ${type}${random.chance(0.3) ? '!' : ''}${byDefault}`);
    return known;
  };
  const given = echo?.args.filter(({ name }) => name === 'must' || random.chance(0.3)) ?? [];
  const args = given.map(({ name, type }) => {
    const inner = String(type).replace(/!$/, '');
    const literal = random.chance(0.15) ? 'null' : random.pick(OF_TYPE[inner]?.[0] ?? []);
    return `${name}: ${random.chance(0.6) ? declare(inner) : literal}`;
  });
  return `query ${definitions.length > 0 ? `(${definitions.join(', ')})` : ''} { echo(${args.join(', ')}) }`;
}

function makeVariables(random: Random, { variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  const values: Array<[string, unknown]> = [['other', 1]];
  for (const { variable, type } of variableDefinitions) {
    const fitting = OF_TYPE[print(type).replace(/!$/, '')]?.[1] ?? [];
    if (random.chance(0.9)) values.push([variable.name.value, random.pick(random.chance(0.9) ? fitting : WRONG)]);
  }
  return Object.fromEntries(values);
}
