import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';

import { repetitionRule } from '../../src/server/repetition-rule.js';

const schema = buildSchema('type Query { a: Query b: Int }');
const messagesOf = (text: string): string[] =>
  validate(schema, parse(text), [repetitionRule]).map(({ message }) => message);
const repeat = (text: string, times: number): string => Array.from({ length: times }, () => text).join(' ');

it.each([
  ['a field', `{ a { ${repeat('b', 51)} } }`, '"b" stands more than 50 times in one selection.'],
  ['an alias', `{ ${repeat('x: b', 51)} }`, '"x" stands more than 50 times in one selection.'],
  [
    'a fragment',
    `{ ${repeat('...f', 51)} } fragment f on Query { b }`,
    '"f" stands more than 50 times in one selection.',
  ],
  ['directives of a field', `{ b ${repeat('@skip(if: false)', 9)} }`, 'More than 8 directives stand at one place.'],
  ['directives of an operation', `query ${repeat('@x', 9)} { b }`, 'More than 8 directives stand at one place.'],
])('refuses %s that is written again and again', (_, text, message) => {
  expect(messagesOf(text)).toEqual([message]);
});

it('leaves alone what merged fragments repeat, and long selections of many names', () => {
  const names = Array.from({ length: 200 }, (_, at) => `n${at}: b`).join(' ');
  expect(messagesOf(`{ ${repeat('b', 50)} ${names} b2: b ${repeat('@skip(if: false)', 8)} }`)).toEqual([]);
});
