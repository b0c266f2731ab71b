import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { checkOperations } from '../../src/commands/check-operations.js';
import { formatError } from '../../src/commands/command-error.js';
import { createTestContext } from './test-context.js';

const WHO = 'fragment Who on Contact { displayName groups { name } }';
const PLAIN =
  'query Everybody($first: Int, $name: String) { contacts(first: $first, filter: { name: { eq: $name } }) { nodes { ...Who } } }';
const DEAR = 'query Dear { transmissions { nodes { attempts { id } } } }';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function check(files: Readonly<Record<string, string>>, allow?: readonly string[]) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const printed: string[] = [];
  const context = { ...createTestContext(), print: (text: string) => void printed.push(text) };
  const code = await checkOperations({ operations: folder, allow }, context);
  return { code, printed: printed.join('').split('\n') };
}

test('operations are told with what they may cost, fragments of other files and folders included', async () => {
  await mkdir(join(folder, 'parts'));
  const { code, printed } = await check({ 'everybody.graphql': PLAIN, 'parts/who.gql': WHO, 'notes.txt': 'not { one' });
  expect(code).toBe(0);
  expect(printed[0]).toMatch(/^ {2}OPERATION +FILE +REQUESTS +AT MOST, BY UPSTREAM +RESULT$/);
  expect(printed[1]).toMatch(/^ {2}Everybody +everybody\.graphql +\d+ \* +monitoring 2, cloud \d+, .* +ok$/);
});

test('a default is one value of many: what it costs at most is told for a whole page', async () => {
  const few =
    'query Few($first: Int = 1, $with: Boolean! = false) { contacts(first: $first) { nodes { ...Who @include(if: $with) } } }';
  const { printed } = await check({
    'few.graphql': few,
    'many.graphql': `query Many { contacts(first: 1000) { nodes { ...Who } } }`,
    'who.graphql': WHO,
  });
  const [costs, most] = ['Few', 'Many'].map(
    (name) => printed.find((line) => line.includes(name))?.match(/graphql +(.*)/)?.[1],
  );
  expect(costs).toBe(most);
  expect(printed.join('')).not.toContain('*');
});

test('what variables put into a filter is not counted, and that is said', async () => {
  const { printed } = await check({ 'plain.graphql': PLAIN, 'who.graphql': WHO });
  expect(printed.join('\n')).toContain(
    '\n* Counted without the conditions and values that variables put into its filters',
  );
});

test('one that asks row by row is told with the field and the request, and fails unless it is allowed', async () => {
  const { code, printed } = await check({ 'dear.graphql': DEAR });
  expect(code).toBe(1);
  expect(printed[1]).toMatch(/asks row by row$/);
  expect(printed).toContain(
    'Dear: transmissions.nodes.attempts asks "pbx" row by row: GET /transmissions/{id}/detail, up to 50 times',
  );
  expect((await check({}, ['Dear'])).code).toBe(0);
});

test('one of another schema is told with its mistakes, and the others all the same', async () => {
  const { code, printed } = await check({
    'all.graphql': `${PLAIN} query Wrong { contacts { nothing } } ${WHO}`,
  });
  expect(code).toBe(1);
  expect(printed.filter((line) => line.includes('ok'))).toHaveLength(1);
  expect(printed).toContain('Wrong: Cannot query field "nothing" on type "ContactConnection".');
});

test('a mutation writes what it names one by one, which is no fault of it', async () => {
  const { code } = await check({
    'gone.graphql': 'mutation Gone($ids: [ID!]!) { deleteContacts(ids: $ids) { deletedIds } }',
  });
  expect(code).toBe(0);
});

test('a file that can’t be parsed is told with its line, and a folder without operations as what it is', async () => {
  const failure = async (files: Readonly<Record<string, string>>): Promise<string> =>
    check(files).then(
      () => 'nothing failed',
      (error: unknown) => formatError(error),
    );
  expect(await failure({})).toContain('there is no operation in it');
  expect(await failure({ 'torn.graphql': 'query A {\n  contacts {\n' })).toContain('torn.graphql:3: Syntax Error');
});
