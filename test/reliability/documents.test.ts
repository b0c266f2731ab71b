import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { EMULATORS } from '../../src/emulators/index.js';
import { encodeId } from '../../src/graph/values/id.js';
import { startFive, type Five } from '../support/all-providers.js';
import { startServer, type HttpAnswer, type TestServer } from '../support/server.js';

let five: Five;
let server: TestServer;

beforeAll(async () => {
  five = await startFive();
  server = await startServer(five.upstreams);
});

afterAll(async () => {
  await server.stop(0);
  await five.stop();
});

/** How many requests the emulators have seen. */
const countSeen = (): number => Object.values(five.emulators).reduce((sum, { requests }) => sum + requests.length, 0);
const codesOf = ({ errors = [] }: HttpAnswer): unknown[] => [
  ...new Set(errors.map((each) => each.extensions?.['code'])),
];

let before = 0;
beforeEach(() => {
  before = countSeen();
});

const repeat = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join(' ');

const nestFilter = (levels: number): string => `${'{ not: '.repeat(levels)}{}${' }'.repeat(levels)}`;

it.each([
  ['A1 1,000 aliases of one field', `{ ${repeat(1000, (at) => `a${at}: __typename`)} }`, 'BUDGET_EXCEEDED'],
  ['A1 21 lists under aliases', `{ ${repeat(21, (at) => `a${at}: groups { totalCount }`)} }`, 'BUDGET_EXCEEDED'],
  ['A2 10,000 aliases', `{ ${repeat(10_000, (at) => `a${at}: __typename`)} }`, 'BUDGET_EXCEEDED'],
  ['A3 200 levels', `${'{ a '.repeat(200)}${'}'.repeat(200)}`, 'GRAPHQL_VALIDATION_FAILED'],
  ['A3 a filter 20,000 levels deep', `{ contacts(filter: ${nestFilter(20_000)}) { totalCount } }`, 'BUDGET_EXCEEDED'],
  ['A4 a fragment that spreads itself', '{ ...a } fragment a on Query { ...a }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'A4 a circle of fragments by way of an inline one',
    '{ ...a } fragment a on Query { ... { ...b } } fragment b on Query { ... on Query { ...a } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['A6 10,000 unknown directives', `{ __typename ${repeat(10_000, () => '@a')} }`, 'BUDGET_EXCEEDED'],
  ['A6 10,000 times @skip', `{ __typename ${repeat(10_000, () => '@skip(if: false)')} }`, 'BUDGET_EXCEEDED'],
  [
    'A6 11 times @include on one field',
    `{ __typename ${repeat(11, () => '@include(if: true)')} }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['A7 6,000 fields of one name', `{ ${repeat(6000, () => '__typename')} }`, 'BUDGET_EXCEEDED'],
  [
    'A7 100 × 50 inline fragments',
    `{ ${repeat(100, () => '... { '.repeat(50) + '__typename' + ' }'.repeat(50))} }`,
    'BUDGET_EXCEEDED',
  ],
  [
    'A8 30 mutations in one document',
    `mutation { ${repeat(30, (at) => `a${at}: deleteContact(id: "x") { deletedIds }`)} }`,
    'BUDGET_EXCEEDED',
  ],
])('%s are refused before any upstream is asked', async (_, query, code) => {
  const answer = await server.ask(query);
  expect([answer.status, codesOf(answer), answer.data]).toEqual([400, [code], undefined]);
  expect(countSeen()).toBe(before);
});

const FIRST = 'query ($v: Int) { contacts(first: $v) { totalCount } }';
const FILTER = 'query ($v: ContactFilter) { contacts(filter: $v) { totalCount } }';
const SCHEDULE = 'mutation ($v: DateTime!) { scheduleTransmission(id: "x", at: $v) { userErrors { code } } }';

it.each<[string, string, unknown]>([
  ['a text for an Int', FIRST, '10'],
  ['an Int above 2^31 - 1', FIRST, 2_147_483_648],
  ['a fraction for an Int', FIRST, 1.5],
  ['a list for an Int', FIRST, []],
  ['an object for an Int', FIRST, {}],
  ['true for an Int', FIRST, true],
  ['a text for an input', FILTER, 'name'],
  ['a member that is not there', FILTER, { nothing: 1 }],
  ['a number for a text', FILTER, { name: { eq: 7 } }],
  ['a word that is not of the enum', FILTER, { channel: 'PIGEON' }],
  ['null for what must be there', SCHEDULE, null],
  ['30 February', SCHEDULE, '2026-02-30T10:00:00Z'],
  ['an empty date', SCHEDULE, ''],
  ['a year that no Date holds', SCHEDULE, '275760-09-14T00:00:00Z'],
  ['a number for a date', SCHEDULE, true],
])('A18 %s is BAD_USER_INPUT, and no upstream is asked', async (_, query, v) => {
  const answer = await server.ask(query, { variables: { v } });
  expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
  expect(answer.errors?.[0]?.message).toContain('$v');
  expect(countSeen()).toBe(before);
});

const HOSTILE_KEYS = [
  '..',
  '.',
  '%2e%2e',
  '../contacts',
  'a/b',
  'a?b',
  'a#b',
  ';',
  '\\',
  '\r\nx: 1',
  '\u0000',
  '１２',
  ' ',
];

it.each(EMULATORS)('A19 a key in an id leads to no other path of %s', async (name) => {
  const emulator = five.emulators[name];
  for (const key of HOSTILE_KEYS) {
    const from = emulator.requests.length;
    const answer = await server.ask('query ($id: ID!) { contact(id: $id) { id } }', {
      variables: { id: encodeId(name, 'contact', key) },
    });
    expect([key, answer.status, codesOf(answer)]).toEqual([key, 200, expect.not.arrayContaining(['INTERNAL'])]);
    expect(answer.data?.['contact'] ?? null).toBeNull();
    for (const { path } of emulator.requests.slice(from)) {
      // The key is one segment, or the value of a parameter: what is not letters is escaped.
      expect(path).toMatch(/^[\w./%@~-]*$/);
      expect(path).not.toMatch(/(^|\/)\.{1,2}(\/|$)|%2e%2e(\/|$)/i);
    }
  }
});
