import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { DEFAULT_OPERATION_LIMITS } from '../../src/graph/cost/limits.js';
import { createHostCheck } from '../../src/server/host-check.js';
import { checkLimits } from '../../src/server/limits-plugin.js';
import { startServer, type TestServer } from '../support/server.js';
import { startLoopbackUpstream, type LoopbackUpstream } from './test-provider.js';

let loopback: LoopbackUpstream;
let server: TestServer;
beforeAll(async () => {
  loopback = await startLoopbackUpstream();
  server = await startServer([loopback.upstream]);
});
afterAll(async () => {
  await server.stop();
  await loopback.close();
});

const schema = buildSchema(`
  type Query { things(first: Int = 50): ThingConnection! nodes(ids: [ID!]!): [Thing]! }
  type ThingConnection { nodes: [Thing!]! edges: [ThingEdge!]! }
  type ThingEdge { node: Thing! }
  type Thing { id: ID! parts(first: Int = 50): ThingConnection! }
`);

function check(text: string, variables: Record<string, unknown> = {}, limits = DEFAULT_OPERATION_LIMITS): string {
  const document = parse(text);
  try {
    checkLimits(schema, document, document.definitions[0] as OperationDefinitionNode, variables, limits);
    return 'fits';
  } catch (error) {
    return String(error);
  }
}

const PARTS = '{ things(first: 200) { nodes { parts(first: 99) { nodes { id } } } } }';

test.each([
  ['one list', '{ things(first: 1000) { nodes { id } } }', {}, 'fits'],
  ['a list in a list, as many as there may be', PARTS, {}, 'fits'],
  ['one more', PARTS.replace('99', '100'), {}, 'may read 20200 rows'],
  ['through edges', '{ things(first: 200) { edges { node { parts(first: 100) { nodes { id } } } } } }', {}, '20200'],
  [
    'through a fragment',
    '{ things(first: 200) { ...F } } fragment F on ThingConnection { nodes { ... { parts(first: 100) { nodes { id } } } } }',
    {},
    '20200',
  ],
  [
    'through a variable',
    'query ($n: Int) { things(first: $n) { nodes { parts(first: $n) { nodes { id } } } } }',
    { n: 1000 },
    '1001000',
  ],
  [
    'through the default of a variable',
    'query ($n: Int = 900) { things(first: $n) { nodes { parts(first: $n) { nodes { id } } } } }',
    {},
    '810900',
  ],
  [
    'without first it is the usual page',
    '{ things { nodes { parts { nodes { parts { nodes { id } } } } } } }',
    {},
    '127550',
  ],
  [
    'of many ids',
    'query ($ids: [ID!]!) { nodes(ids: $ids) { parts(first: 1000) { nodes { id } } } }',
    { ids: Array(21).fill('x') },
    '21021 rows, more than 20000, most of them in "nodes(ids:).parts", since lists inside lists multiply: give fewer ids to "nodes(ids:)"',
  ],
  ['one root field written often', `{ ${'things(first: 1) { nodes { id } } '.repeat(30)} }`, {}, 'fits'],
  ['one list written often', `{ ${'things(first: 1000) { nodes { id } } '.repeat(30)} }`, {}, 'fits'],
  [
    'lists that are left out',
    `query ($no: Boolean!) { ${Array.from({ length: 30 }, (_, at) => `a${at}: things(first: 1000) @include(if: $no) { nodes { id } }`).join(' ')} }`,
    { no: false },
    'fits',
  ],
  [
    'too deep',
    `{ things(first: 1) ${'{ nodes { parts(first: 1) '.repeat(7)} { nodes { id } ${'} }'.repeat(7)} } }`,
    {},
    'at most 15 deep, not 17',
  ],
  [
    'too many roots',
    `{ ${Array.from({ length: 21 }, (_, index) => `a${index}: things(first: 1) { nodes { id } }`).join(' ')} }`,
    {},
    'at most 20 fields',
  ],
])('%s', (_, text, variables, message) => {
  expect(check(text, variables)).toContain(message);
});

test('the limits are those of the config, and what is told names them', () => {
  const limits = { ...DEFAULT_OPERATION_LIMITS, rootFields: 1, rows: 10, depth: 3 };
  const roots = '{ a: things(first: 1) { nodes { id } } b: things(first: 1) { nodes { id } } }';
  expect(check('{ things(first: 10) { nodes { id } } }', {}, limits)).toBe('fits');
  expect(check('{ things(first: 11) { nodes { id } } }', {}, limits)).toMatch(/11 rows, more than 10.*"limits.rows"/);
  expect(check(roots, {}, limits)).toMatch(/at most 1 fields at its root, not 2.*"limits.rootFields"/);
  expect(check('{ things(first: 1) { edges { node { id } } } }', {}, limits)).toMatch(/3 deep, not 4.*"limits.depth"/);
});

test('over HTTP they are the limits of the gateway', async () => {
  const strict = await startServer([loopback.upstream], { limits: { ...DEFAULT_OPERATION_LIMITS, rows: 9 } });
  try {
    const { status, errors } = await strict.ask('{ contacts(first: 10) { nodes { id } } }');
    expect([status, errors?.[0]?.extensions?.['code'], errors?.[0]?.message]).toEqual([
      400,
      'BUDGET_EXCEEDED',
      expect.stringContaining('more than 9'),
    ]);
  } finally {
    await strict.stop();
  }
});

test.each([
  'subscription { anything }',
  'subscription S { __typename }',
  'query Q { __typename } subscription S { a }',
])('%s is refused with 400, as there are none', async (query) => {
  const { status, errors, data } = await server.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, ...(query.includes('S') ? { operationName: 'S' } : {}) }),
  });
  expect([status, data, errors?.length, errors?.[0]?.extensions?.['code']]).toEqual([
    400,
    undefined,
    1,
    'GRAPHQL_VALIDATION_FAILED',
  ]);
  expect(errors?.[0]?.message).toContain('no subscriptions');
});

test('over HTTP it is refused with 400 before anything is sent', async () => {
  const { status, errors } = await server.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    variables: { ids: Array(20_001).fill('x') },
  });
  expect([status, errors?.[0]?.extensions?.['code']]).toEqual([400, 'BUDGET_EXCEEDED']);
});

test('a body that is nested too deep is refused, not walked', async () => {
  const deep = `${'{"not":'.repeat(30_000)}{}${'}'.repeat(30_000)}`;
  const { status } = await server.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"query":"{__typename}","variables":{"filter":${deep}}}`,
  });
  expect(status).toBe(400);
});

test.each([
  ['127.0.0.1', undefined, '127.0.0.1:4000', true],
  ['127.0.0.1', undefined, 'localhost:4000', true],
  ['127.0.0.1', undefined, 'hall.localhost:4000', true],
  ['127.0.0.1', undefined, '127.9.8.7', true],
  ['127.0.0.1', undefined, '127.9.8.777', false],
  ['::1', undefined, '[::1]:4000', true],
  ['127.0.0.1', undefined, 'rebound.example:4000', false],
  ['127.0.0.1', undefined, '127.0.0.1.example', false],
  ['127.0.0.1', 'https://graph.example', 'graph.example', true],
  ['0.0.0.0', undefined, 'graph.example', true],
])('listening on %s, public at %s: the host %s is ours: %s', (listening, publicUrl, host, ours) => {
  expect(createHostCheck(listening, publicUrl)(host)).toBe(ours);
});
