import { gzipSync } from 'node:zlib';

import { getIntrospectionQuery, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FIRST_QUERY } from '../../src/server/first-query.js';
import { startGateway } from '../support/gateway.js';
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

const post = (body: string | Buffer, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body,
});

describe('GraphQL over HTTP', () => {
  it.each(['application/json', 'application/graphql-response+json'])('answers POST as %s', async (accept) => {
    const { status, headers, data } = await server.ask('{ __typename }', { headers: { accept } });
    expect([status, headers.get('content-type'), data]).toEqual([
      200,
      `${accept}; charset=utf-8`,
      { __typename: 'Query' },
    ]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('answers queries by GET to a client that is no web page', async () => {
    const { status, data } = await server.fetch('/graphql?query=%7B__typename%7D', {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect([status, data]).toEqual([200, { __typename: 'Query' }]);
  });

  it('answers with lists', async () => {
    const { data } = await server.ask('{ contacts { nodes { displayName } } }');
    expect(data).toEqual({
      contacts: { nodes: [{ displayName: 'Anna' }, { displayName: 'Bruno' }, { displayName: 'Celina' }] },
    });
  });

  it('gives back a plain request id of the client, and makes one otherwise', async () => {
    const idFor = async (id: string): Promise<string | null> =>
      (await server.ask('{ __typename }', { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await idFor('client-id-0042')).toBe('client-id-0042');
    expect(await idFor('"} forged line')).toMatch(/^[\da-f-]{36}$/);
  });

  it('answers introspection', async () => {
    const { data, errors } = await server.ask(getIntrospectionQuery());
    expect([errors, data?.['__schema']]).toEqual([undefined, expect.anything()]);
  });
});

describe('what is no GraphQL request', () => {
  const BOM = '\uFEFF';
  it.each<[string, number, string, string, RequestInit]>([
    ['a batch', 400, 'BAD_REQUEST', '/graphql', post('[{"query":"{__typename}"},{"query":"{__typename}"}]')],
    ['a body that is no JSON', 400, 'BAD_REQUEST', '/graphql', post('{"query":')],
    ['a body that is no object', 400, 'BAD_REQUEST', '/graphql', post('"{__typename}"')],
    ['a body that is empty', 400, 'BAD_REQUEST', '/graphql', post('')],
    ['a body that is not UTF-8', 400, 'BAD_REQUEST', '/graphql', post(Buffer.from([0x22, 0xff, 0x22]))],
    ['two byte order marks', 400, 'BAD_REQUEST', '/graphql', post(`${BOM}${BOM}{}`)],
    [
      'a form that a web page may send',
      400,
      'BAD_REQUEST',
      '/graphql',
      post('query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    [
      'text that a web page may send',
      400,
      'BAD_REQUEST',
      '/graphql',
      post('{"query":"{__typename}"}', { 'content-type': 'text/plain' }),
    ],
    ['a query by GET that a web page may send', 400, 'BAD_REQUEST', '/graphql?query=%7B__typename%7D', {}],
    [
      'a mutation by GET',
      405,
      'BAD_REQUEST',
      '/graphql?query=mutation%7BactTwice%7D',
      { headers: { 'apollo-require-preflight': '1' } },
    ],
    ['a body of another type', 415, 'BAD_REQUEST', '/graphql', post('<query/>', { 'content-type': 'application/xml' })],
    [
      'a body in another charset',
      415,
      'BAD_REQUEST',
      '/graphql',
      post('{}', { 'content-type': 'application/json; charset=utf-7' }),
    ],
    [
      'a body in another charset, behind other parameters and blanks',
      415,
      'BAD_REQUEST',
      '/graphql',
      post('{}', { 'content-type': 'application/json; v="1;2" ; Charset = "Latin1"' }),
    ],
    [
      'a compressed body',
      415,
      'BAD_REQUEST',
      '/graphql',
      post(gzipSync('{"query":"{__typename}"}'), { 'content-encoding': 'gzip' }),
    ],
    [
      'a body of 256 KB and more',
      413,
      'BAD_REQUEST',
      '/graphql',
      post(JSON.stringify({ query: '{__typename}', pad: 'x'.repeat(256 * 1024) })),
    ],
    ['A10 a body of 20 MB', 413, 'BAD_REQUEST', '/graphql', post('x'.repeat(20 * 1024 * 1024))],
    ['another method', 405, 'BAD_REQUEST', '/graphql', { method: 'PUT' }],
    [
      'an answer in a type that is not spoken',
      406,
      'BAD_REQUEST',
      '/graphql',
      post('{"query":"{__typename}"}', { accept: 'image/png' }),
    ],
    ['another path', 404, 'NOT_FOUND', '/graphql/', {}],
    ['a page that is not there', 404, 'NOT_FOUND', '/nowhere', { headers: { accept: 'text/html' } }],
    ['a file that GraphiQL has not', 404, 'NOT_FOUND', '/graphiql/package.json', {}],
    ['writing to what is read', 405, 'BAD_REQUEST', '/healthz', { method: 'POST' }],
  ])('%s is answered with %i in JSON', async (_, status, code, path, init) => {
    const answer = await server.fetch(path, init);
    expect([answer.status, answer.errors?.map(({ extensions }) => extensions?.['code'])]).toEqual([status, [code]]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
  });

  it('a body of almost 256 KB is still one, and so is one with a byte order mark', async () => {
    const body = JSON.stringify({ query: '{__typename}', extensions: { pad: 'ż'.repeat(131_000) } });
    expect((await server.fetch('/graphql', post(body))).status).toBe(200);
    expect((await server.fetch('/graphql', post(`${BOM}{"query":"{__typename}"}`))).status).toBe(200);
  });

  it('a body that grows too long without saying so is cut off', async () => {
    const { ReadableStream } = await import('node:stream/web');
    let chunks = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        chunks += 1;
        if (chunks > 40) controller.close();
        else controller.enqueue(new Uint8Array(16 * 1024));
      },
    });
    const { status } = await server.fetch('/graphql', { ...post(''), body, duplex: 'half' });
    expect(status).toBe(413);
  });
});

describe('health', () => {
  it('is told for the process and for traffic', async () => {
    expect((await server.fetch('/healthz')).status).toBe(200);
    expect((await server.fetch('/readyz?verbose')).text).toBe(
      '{"status":"ready","upstreams":{"loopback":"UNKNOWN"}}\n',
    );
  });
});

it('the first query is valid', () => {
  expect(validate(startGateway([loopback.upstream]).schema, parse(FIRST_QUERY))).toEqual([]);
});
