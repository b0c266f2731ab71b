import { describe, expect, test } from 'vitest';

import { createSchema } from '../../src/graph/schema.js';
import { providers } from '../../src/providers/index.js';
import { missingExamples } from './examples.js';
import { filesUnder } from './imports.js';

const schema = createSchema(providers);
const files = filesUnder('schema/operations', '.graphql');

test('schema/operations has an example of every query and every mutation', () => {
  expect(missingExamples(schema, files)).toEqual([]);
});

test('every example says in its first line what it is', () => {
  expect(files.filter(({ text }) => !text.startsWith('# ')).map(({ path }) => path)).toEqual([]);
});

describe('the law bites', () => {
  const PATH = 'schema/operations/delete-group.graphql';
  const withText = (text: string): string[] =>
    missingExamples(schema, [...files.filter(({ path }) => path !== PATH), { path: PATH, text }]);

  test('an example that is not there', () => {
    expect(
      missingExamples(
        schema,
        files.filter(({ path }) => path !== PATH),
      ),
    ).toEqual([`Mutation.deleteGroup has no example: write ${PATH}`]);
  });

  test.each([
    ['of another field', 'mutation DeleteGroup { deleteUser(id: "x") { deletedIds } }', 'does not ask for deleteGroup'],
    ['of another kind', 'query DeleteGroup { deleteGroup }', 'does not ask for deleteGroup'],
    [
      'with two operations',
      'query A { users { totalCount } } query B { users { totalCount } }',
      'holds not one operation',
    ],
  ])('an example %s', (_, text, found) => {
    expect(withText(text)).toEqual([`${PATH} ${found}`]);
  });
});
