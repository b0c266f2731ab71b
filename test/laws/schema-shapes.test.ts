import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';

import { createSchema } from '../../src/graph/schema.js';
import { providers } from '../../src/providers/index.js';
import { clashesOf } from './shapes.js';

/**
 * What `node(id:)` gives may be anything, and these fields mean other things there: enums of their own, a list or a
 * page, and names that are never missing beside those of contacts, which may have none.
 */
const OF_THEIR_OWN = ['name', 'type', 'state', 'status', 'contacts'];

test('fields of one name have one type wherever their types may stand at one place: no query needs an alias', () => {
  const clashes = clashesOf(createSchema(providers));
  expect(clashes.filter((clash) => !clash.startsWith('Node: '))).toEqual([]);
  const atNode = clashes.map((clash) => /^Node: \w+\.(\w+):/.exec(clash)?.[1]);
  expect([...new Set(atNode)].sort()).toEqual([...OF_THEIR_OWN].sort());
});

test.each([
  ['nullability', 'a: Int', 'a: Int!', true],
  ['a list', 'a: Int', 'a: [Int]', true],
  ['nullability in a list', 'a: [Int!]', 'a: [Int]', true],
  ['another scalar', 'a: Int', 'a: Float', true],
  ['what lies below', 'a: X', 'a: Y', true],
  ['a value and a thing', 'a: Int', 'a: X', true],
  ['one type', 'a: [Int!]!', 'a: [Int!]!', false],
  ['two types without a field in common', 'a: X', 'a: Z', false],
])('the law bites: %s', (_what, left, right, bites) => {
  for (const face of ['interface I { id: ID }', 'union I = L | R']) {
    const implementing = face.startsWith('interface') ? 'implements I' : '';
    const schema = buildSchema(`
      ${face}
      type L ${implementing} { id: ID ${left} }
      type R ${implementing} { id: ID ${right} }
      type X { b: String } type Y { b: String! } type Z { c: String! }
      type Query { i: I }
    `);
    expect(clashesOf(schema)).toHaveLength(bites ? 1 : 0);
  }
});
