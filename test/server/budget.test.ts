import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { createHosts } from '../../src/server/hosts.js';
import { checkOperation } from '../../src/server/limits.js';
import { startServer, type TestServer } from '../support/server.js';
import { startToy, type ToyUpstream } from './toy.js';

let toy: ToyUpstream;
let server: TestServer;
beforeAll(async () => {
  toy = await startToy();
  server = await startServer([toy.upstream]);
});
afterAll(async () => {
  await server.stop();
  await toy.close();
});

const schema = buildSchema(`
  type Query { things(first: Int = 50): ThingConnection! nodes(ids: [ID!]!): [Thing]! }
  type ThingConnection { nodes: [Thing!]! edges: [ThingEdge!]! }
  type ThingEdge { node: Thing! }
  type Thing { id: ID! parts(first: Int = 50): ThingConnection! }
`);

function check(text: string, variables: Record<string, unknown> = {}): string {
  const document = parse(text);
  try {
    checkOperation(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
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
    '21021',
  ],
  [
    'too many roots',
    `{ ${Array.from({ length: 21 }, (_, index) => `a${index}: things(first: 1) { nodes { id } }`).join(' ')} }`,
    {},
    'at most 20 fields',
  ],
])('%s', (_, text, variables, told) => {
  expect(check(text, variables)).toContain(told);
});

test('over HTTP it is refused with 400 before anything is sent', async () => {
  const { status, errors } = await server.ask(
    '{ groups(first: 1000) { nodes { contacts(first: 1000) { nodes { id } } } } }',
  );
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
  ['::1', undefined, '[::1]:4000', true],
  ['127.0.0.1', undefined, 'rebound.example:4000', false],
  ['127.0.0.1', undefined, '127.0.0.1.example', false],
  ['127.0.0.1', 'https://graph.example', 'graph.example', true],
  ['0.0.0.0', undefined, 'graph.example', true],
])('listening on %s, public at %s: the host %s is ours: %s', (listening, publicUrl, host, ours) => {
  expect(createHosts(listening, publicUrl)(host)).toBe(ours);
});
