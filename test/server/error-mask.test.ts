import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { startServer, type TestServer } from '../support/server.js';
import { SECRET, startLoopbackUpstream, type LoopbackUpstream } from './test-provider.js';

let loopback: LoopbackUpstream;
let other: LoopbackUpstream;
let server: TestServer;

beforeAll(async () => {
  loopback = await startLoopbackUpstream('north');
  other = await startLoopbackUpstream('south');
  server = await startServer([loopback.upstream, other.upstream]);
});

afterEach(() => {
  other.fail(200);
});

afterAll(async () => {
  await server.stop();
  await Promise.all([loopback.close(), other.close()]);
});

describe('an error that was not made for clients', () => {
  it.each(['error', 'text', 'nothing', 'code', 'cycle'])(
    'A26 (%s) is masked, and logged whole with the same request id',
    async (how) => {
      const before = server.lines.length;
      const { status, headers, text, data, errors } = await server.ask(`{ good: __typename broken(how: "${how}") }`);
      const requestId = headers.get('x-request-id');
      expect([status, data]).toEqual([200, { good: 'Query', broken: null }]);
      expect(errors).toEqual([
        {
          message: `Internal error; quote request id ${requestId ?? ''}`,
          locations: [{ line: 1, column: 20 }],
          path: ['broken'],
          extensions: { code: 'INTERNAL', requestId },
        },
      ]);
      expect(server.lines.slice(before).map((line) => JSON.parse(line) as unknown)).toEqual([
        expect.objectContaining({
          level: 'error',
          requestId,
          path: ['broken'],
          error: expect.objectContaining({
            stack: expect.stringMatching(/test-provider\.ts|NonErrorThrown/) as unknown,
          }) as unknown,
        }),
      ]);
      expect(text + server.lines.join('')).not.toContain(SECRET);
    },
  );

  it('A26 is masked even if nothing of it can be read', async () => {
    const before = server.lines.length;
    const { text, errors } = await server.ask('{ broken(how: "getters") }');
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['INTERNAL']);
    expect(text + server.lines.slice(before).join('')).not.toContain(SECRET);
  });

  it('is one too when a resolver breaks its promise', async () => {
    const { data, errors } = await server.ask('{ missing }');
    expect([data, errors?.[0]?.extensions?.['code']]).toEqual([null, 'INTERNAL']);
  });

  it('is logged with its cause', async () => {
    await server.ask('{ broken(how: "error") }');
    expect(server.lines.at(-1)).toContain('of the cause');
  });
});

describe('an error that was made for clients', () => {
  it('is the last of many mistakes in variables, too', async () => {
    const names = Array.from({ length: 8 }, (_, at) => `v${at}`);
    const head = names.map((name) => `$${name}: Int!`).join(' ');
    const { status, errors } = await server.ask(
      `query (${head}) { ${names.map((name) => `${name}: contacts(first: $${name}) { totalCount }`).join(' ')} }`,
      { variables: {} },
    );
    expect([status, new Set(errors?.map(({ extensions }) => extensions?.['code']))]).toEqual([
      400,
      new Set(['BAD_USER_INPUT']),
    ]);
    expect(errors?.at(-1)?.message).toMatch(/^Too many errors processing variables/);
  });

  it('leaves as it is, and is not logged', async () => {
    const before = server.lines.length;
    const { errors } = await server.ask('{ broken(how: "input") }');
    expect(errors).toMatchObject([{ message: '"how" must not be "input"', extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(server.lines).toHaveLength(before);
  });

  it('is made of a failure that a resolver let through', async () => {
    loopback.fail(503);
    const { status, errors, text } = await server.ask('{ call(path: "/x") }');
    loopback.fail(200);
    expect([status, errors]).toEqual([
      200,
      [
        {
          message: '/x answered 503',
          locations: [{ line: 1, column: 3 }],
          path: ['call'],
          extensions: { code: 'UPSTREAM_UNAVAILABLE', upstream: 'north', retryable: true },
        },
      ],
    ]);
    expect(text).not.toContain(SECRET);
  });
});

describe('an upstream that fails', () => {
  it('costs its own rows and is told once, in a 200', async () => {
    other.fail(500);
    const query = '{ contacts { nodes { upstream { name } } sources { upstream { name } ok } } }';
    const { status, data, errors } = await server.ask(query);
    expect(status).toBe(200);
    expect(data).toEqual({
      contacts: {
        nodes: ['north', 'north', 'north'].map((name) => ({ upstream: { name } })),
        sources: [
          { upstream: { name: 'north' }, ok: true },
          { upstream: { name: 'south' }, ok: false },
        ],
      },
    });
    expect(errors).toEqual([
      {
        message: '/contacts answered 500',
        path: ['contacts'],
        extensions: { code: 'UPSTREAM_UNAVAILABLE', upstream: 'south', retryable: true },
      },
    ]);
  });

  it('is forgotten by the next request', async () => {
    expect((await server.ask('{ contacts { nodes { id } } }')).errors).toBeUndefined();
  });
});

describe('an explanation', () => {
  it('lists what went to the wire, where the client asks for it', async () => {
    const headers = { 'x-trunkline-explain': '1' };
    const { extensions } = await server.ask(
      '{ contacts(upstreams: ["north"]) { nodes { id } } call(path: "/y?token=abc") }',
      { headers },
    );
    expect(extensions).toEqual({
      upstream: {
        requests: [
          expect.objectContaining({
            upstream: 'north',
            operation: '/contacts',
            method: 'GET',
            path: '/contacts',
            status: 200,
            cache: 'miss',
            attempt: 1,
          }),
          expect.objectContaining({ path: '/y?token=***' }),
        ],
        totalRequests: 2,
      },
    });
    expect((await server.ask('{ contacts { nodes { id } } }')).extensions).toBeUndefined();
  });

  it('tells shared answers without counting them as requests', async () => {
    const headers = { 'x-trunkline-explain': '1' };
    const { extensions } = await server.ask('{ a: call(path: "/z") b: call(path: "/z") }', { headers });
    expect(extensions).toMatchObject({
      upstream: { requests: [{ cache: 'miss' }, { cache: 'shared' }], totalRequests: 1 },
    });
  });

  it('shows that no-cache is asked for anew', async () => {
    const headers = { 'x-trunkline-explain': '1', 'cache-control': 'no-cache' };
    const totalOf = async (field: string): Promise<unknown> => {
      const { extensions } = await server.ask(`{ a: ${field} b: ${field} }`, { headers });
      return (extensions as { readonly upstream: { readonly totalRequests: number } }).upstream.totalRequests;
    };
    expect(await totalOf('call(path: "/z")')).toBe(2);
    // Fields of one operation read a list together, but not with the operation before.
    const list = 'contacts(upstreams: ["north"]) { totalCount }';
    expect([await totalOf(list), await totalOf(list)]).toEqual([1, 1]);
  });
});
