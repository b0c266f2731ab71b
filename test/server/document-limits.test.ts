import { afterAll, beforeAll, expect, it } from 'vitest';

import { startServer, type TestServer } from '../support/server.js';
import { openRaw } from './raw-http.js';
import { startLoopbackUpstream, type LoopbackUpstream } from './test-provider.js';

let loopback: LoopbackUpstream;
let server: TestServer;

beforeAll(async () => {
  loopback = await startLoopbackUpstream();
  server = await startServer([loopback.upstream], {
    timeouts: { headersMs: 100, requestMs: 1500, idleMs: 150, checkIntervalMs: 20 },
  });
});

afterAll(async () => {
  await server.stop();
  await loopback.close();
});

const bomb = Array.from(
  { length: 20 },
  (_, level) => `fragment f${level} on Query { ...f${level + 1} ...f${level + 1} }`,
);

it.each([
  ['a document of more than 2000 tokens', 'BUDGET_EXCEEDED', `{ ${'a: __typename '.repeat(1000)} }`],
  ['A3 a document 20000 levels deep', 'BUDGET_EXCEEDED', '{ a '.repeat(20_000)],
  ['A5 a fragment bomb', 'BUDGET_EXCEEDED', `{ ...f0 } ${bomb.join(' ')} fragment f20 on Query { __typename }`],
  [
    'A4 a circle of fragments',
    'GRAPHQL_VALIDATION_FAILED',
    '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
  ],
  ['a field that is not there', 'GRAPHQL_VALIDATION_FAILED', '{ nothing }'],
  ['a document that is none', 'GRAPHQL_PARSE_FAILED', '{ contacts('],
  [
    'an operation that is not in the document',
    'OPERATION_RESOLUTION_FAILURE',
    'query A { __typename } query B { __typename }',
  ],
])('%s is refused with %s, and no upstream is asked', async (_, code, query) => {
  const { status, errors, data } = await server.ask(query);
  expect([status, errors?.[0]?.extensions?.['code'], data]).toEqual([400, code, undefined]);
  expect(loopback.requests).toEqual([]);
});

it('a document with hundreds of mistakes is told of some', async () => {
  const { text, errors } = await server.ask(`{ ${Array.from({ length: 400 }, (_, at) => `a${at}`).join(' ')} }`);
  expect(errors).toHaveLength(6);
  expect(text.length).toBeLessThan(8000);
});

it('A11 variables 50000 deep are refused as input', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const body = `{"query":"query ($f: ContactFilter) { contacts(filter: $f) { totalCount } }","variables":{"f":${deep}}}`;
  const headers = { 'content-type': 'application/json' };
  const { status, errors } = await server.fetch('/graphql', { method: 'POST', headers, body });
  expect([status, errors?.[0]?.extensions?.['code']]).toEqual([400, 'BAD_USER_INPUT']);
});

it.each([
  ['garbage', 400, 'HELO gateway\r\n\r\n'],
  ['headers that are too long', 431, `GET /healthz HTTP/1.1\r\nhost: localhost\r\npad: ${'x'.repeat(17_000)}\r\n\r\n`],
  ['headers that never end', 408, 'GET /healthz HTTP/1.1\r\nhost: localhost\r\n'],
  [
    'a body that never ends',
    408,
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
  ],
])('%s is answered with %i in JSON, and the connection is closed', async (_, status, bytes) => {
  const raw = await openRaw(server.url);
  raw.write(bytes);
  const answer = await raw.closed;
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
    errors: [{ extensions: { code: 'BAD_REQUEST' } }],
  });
});
