import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openRaw } from '../server/raw-http.js';
import { startLoopbackUpstream, type LoopbackUpstream } from '../server/test-provider.js';
import { startServer, type TestServer } from '../support/server.js';

let loopback: LoopbackUpstream;
let server: TestServer;

beforeAll(async () => {
  loopback = await startLoopbackUpstream();
  server = await startServer([loopback.upstream], {
    timeouts: { headersMs: 2000, requestMs: 3000, idleMs: 3000, checkIntervalMs: 20 },
  });
});
afterAll(async () => {
  await server.stop();
  await loopback.close();
});

const JSON_TYPE = { 'content-type': 'application/json' };
const BATCH = JSON.stringify(Array.from({ length: 100 }, () => ({ query: '{ contacts { totalCount } }' })));
const ACT = '{"query":"mutation { actTwice }"}';
const TWO = '{"query":"query A { contacts { totalCount } } query B { contacts { totalCount } }"';
const preflight = { 'apollo-require-preflight': '1' };

type Case = readonly [id: string, what: string, status: number, code: string, path: string, init: RequestInit];

const post = (body: string | Buffer, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...JSON_TYPE, ...headers },
  body: typeof body === 'string' ? body : new Uint8Array(body),
});
const gzipBomb = gzipSync(Buffer.alloc(60_000_000, ' '));

it.each<Case>([
  ['A9', 'a batch of 100', 400, 'BAD_REQUEST', '/graphql', post(BATCH)],
  ['A10', 'a gzip bomb', 415, 'BAD_REQUEST', '/graphql', post(gzipBomb, { 'content-encoding': 'gzip' })],
  ['A10', 'UTF-7', 415, 'BAD_REQUEST', '/graphql', post(ACT, { 'content-type': 'application/json; charset=utf-7' })],
  ['A10', 'EBCDIC', 415, 'BAD_REQUEST', '/graphql', post(ACT, { 'content-type': 'application/json; charset=ibm500' })],
  ['A16', 'a query by GET without a preflight', 400, 'BAD_REQUEST', '/graphql?query={contacts{totalCount}}', {}],
  [
    'A16',
    'the same with a content-type of no meaning',
    415,
    'BAD_REQUEST',
    '/graphql?query={contacts{totalCount}}',
    { headers: { 'content-type': 'message/http' } },
  ],
  ['A16', 'a mutation by GET', 405, 'BAD_REQUEST', '/graphql?query=mutation{actTwice}', { headers: preflight }],
  ['A16', 'a mutation as text', 400, 'BAD_REQUEST', '/graphql', post(ACT, { 'content-type': 'text/plain' })],
  [
    'A16',
    'a mutation as a form',
    400,
    'BAD_REQUEST',
    '/graphql',
    post('query=mutation{actTwice}', { 'content-type': 'application/x-www-form-urlencoded' }),
  ],
  [
    'A16',
    'a mutation as a form of parts',
    400,
    'BAD_REQUEST',
    '/graphql',
    post(`--b\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${ACT}\r\n--b--`, {
      'content-type': 'multipart/form-data; boundary=b',
    }),
  ],
  ['A23', 'two operations and no name', 400, 'OPERATION_RESOLUTION_FAILURE', '/graphql', post(`${TWO}}`)],
  [
    'A23',
    'two operations and the name of none',
    400,
    'OPERATION_RESOLUTION_FAILURE',
    '/graphql',
    post(`${TWO},"operationName":"C"}`),
  ],
  [
    'A23',
    'a subscription',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    '/graphql',
    post('{"query":"subscription { contacts { totalCount } }"}'),
  ],
])('%s %s is answered with %i in JSON, and nothing runs', async (_id, _what, status, code, path, init) => {
  const answer = await server.fetch(path, init);
  expect([answer.status, answer.errors?.map(({ extensions }) => extensions?.['code'])]).toEqual([status, [code]]);
  expect(loopback.requests).toEqual([]);
});

describe('bytes that no HTTP client sends', () => {
  const HEAD = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
  it.each([
    ['A12', 'headers that never end', 408, 'GET /healthz HTTP/1.1\r\nhost: localhost\r\n'],
    ['A12', 'a body that never ends', 408, `${HEAD}content-length: 9\r\n\r\n{`],
    ['A13', 'a header of 17 KB', 431, `GET /healthz HTTP/1.1\r\nhost: localhost\r\npad: ${'x'.repeat(17_000)}\r\n\r\n`],
    [
      'A13',
      '1,500 headers',
      431,
      `GET /healthz HTTP/1.1\r\nhost: localhost\r\n${Array.from({ length: 1500 }, (_, at) => `pad-${at}: ${at}\r\n`).join('')}\r\n`,
    ],
    ['A13', 'a folded header', 400, `GET /healthz HTTP/1.1\r\nhost: localhost\r\n\tfolded\r\n : x\r\n\r\n`],
    ['A13', 'a length and chunks', 400, `${HEAD}content-length: 30\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['A13', 'two lengths', 400, `${HEAD}content-length: 3\r\ncontent-length: 4\r\n\r\n{}`],
    ['A13', 'no host', 400, 'GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n'],
    ['A13', 'an expectation', 417, `${HEAD}expect: a miracle\r\ncontent-length: 2\r\n\r\n{}`],
    ['A13', 'a proxy’s method', 405, 'CONNECT example.com:443 HTTP/1.1\r\nhost: example.com\r\n\r\n'],
    ['A13', 'garbage', 400, 'HELO gateway\r\n\r\n'],
  ])(
    '%s %s is answered with %i in JSON, and the connection is closed',
    { timeout: 20_000 },
    async (_id, _what, status, bytes) => {
      const raw = await openRaw(server.url);
      raw.write(bytes);
      const answer = await raw.closed;
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
        errors: [{ extensions: { code: 'BAD_REQUEST' } }],
      });
    },
  );

  it('A13 a header that is named like a prototype is ignored', async () => {
    const raw = await openRaw(server.url);
    raw.write(
      'GET /healthz HTTP/1.1\r\nhost: localhost\r\n__proto__: x\r\nconstructor: y\r\nconnection: close\r\n\r\n',
    );
    expect(await raw.closed).toMatch(/^HTTP\/1.1 200 /);
  });

  it('A12 headers byte by byte and 200 idle connections end, and others are answered meanwhile', async () => {
    const { hostname, port } = new URL(server.url);
    const sockets = await Promise.all(
      Array.from(
        { length: 200 },
        () =>
          new Promise<Socket>((resolve) => {
            const socket = connect(Number(port), hostname, () => {
              resolve(socket);
            });
            // A socket that nobody reads would never learn that it was closed.
            socket.on('error', () => undefined).resume();
          }),
      ),
    );
    const ends = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    const bytes = 'GET /healthz HTTP/1.1\r\nhost: localhost\r\nslow: ';
    let sent = 0;
    const drip = setInterval(() => {
      for (const socket of sockets.slice(100)) if (socket.writable) socket.write(bytes[sent] ?? 'x');
      sent += 1;
    }, 20);
    expect((await server.ask('{ __typename }')).status).toBe(200);
    await Promise.all(ends);
    clearInterval(drip);
    expect((await server.ask('{ __typename }')).status).toBe(200);
  }, 30_000);
});
