import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { LOCAL_PRINCIPAL, type Principal } from '../../../src/graph/request/principal.js';
import type { Authenticate } from '../../../src/server/auth/authenticate.js';
import { createGate, DEFAULT_OVERLOAD } from '../../../src/server/gate/gate.js';
import { startServer, type TestServer } from '../../support/server.js';
import { startLoopbackUpstream, type LoopbackUpstream } from '../test-provider.js';

const idle = { lagMs: () => 0, heapShare: () => 0 };
const named = (name: string): Principal => ({ ...LOCAL_PRINCIPAL, name });
/** The caller is who it says. */
const authenticate: Authenticate = ({ headersDistinct }) => ({
  is: 'known',
  principal: named(headersDistinct['x-name']?.[0] ?? ''),
});

let loopback: LoopbackUpstream;
beforeAll(async () => {
  loopback = await startLoopbackUpstream();
});
afterAll(() => loopback.close());

async function withServer(
  gate: NonNullable<Parameters<typeof startServer>[1]>['serve'],
  use: (server: TestServer) => Promise<void>,
): Promise<void> {
  const server = await startServer([loopback.upstream], { authenticate, serve: gate ?? {} });
  await use(server);
  await server.stop(0);
}

describe('a caller', () => {
  it('T15 of too many requests is told when to ask again, and others are answered', () =>
    withServer({ gate: { requestsPerMinute: 3 } }, async (server) => {
      const ask = (name: string) => server.ask('{ __typename }', { headers: { 'x-name': name } });
      const own = [await ask('a'), await ask('a'), await ask('a'), await ask('a'), await ask('a')];
      expect(own.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
      const refused = own[4];
      expect(refused?.errors?.[0]?.extensions).toEqual({
        code: 'RATE_LIMITED',
        retryAfterMs: expect.any(Number) as number,
      });
      const { retryAfterMs = 0 } = (refused?.errors?.[0]?.extensions ?? {}) as { retryAfterMs?: number };
      expect(retryAfterMs).toBeGreaterThan(0);
      expect(retryAfterMs).toBeLessThanOrEqual(60_000);
      expect(refused?.headers.get('retry-after')).toBe(String(Math.ceil(retryAfterMs / 1000)));
      expect((await ask('b')).status).toBe(200);
    }));

  it('T15 of too expensive operations is refused before anything is sent', () =>
    withServer({ gate: { costPerMinute: 3 } }, async (server) => {
      const before = loopback.requests.length;
      const ask = (name: string) => server.ask('{ contacts { totalCount } }', { headers: { 'x-name': name } });
      const answers = [];
      for (let at = 0; at < 5; at += 1) answers.push(await ask('a'));
      const sent = loopback.requests.length - before;
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
      expect(sent).toBe(3);
      expect(answers[4]?.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
      expect(Number(answers[4]?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await ask('b')).status).toBe(200);
    }));
});

describe('the whole gateway', () => {
  it('L1 refuses what is too much at once, at once, and answers again when there is room', () =>
    withServer({ gate: { overload: { ...DEFAULT_OVERLOAD, requestsInFlight: 2 } } }, async (server) => {
      const held = [server.ask('{ call(path: "/held/1") }'), server.ask('{ call(path: "/held/2") }')];
      await Promise.all([loopback.came('/held/1'), loopback.came('/held/2')]);
      const { status, headers, errors } = await server.ask('{ __typename }');
      expect([status, headers.get('retry-after'), errors?.[0]?.extensions]).toEqual([
        503,
        '1',
        { code: 'OVERLOADED', retryAfterMs: 1000 },
      ]);
      loopback.release();
      expect((await Promise.all(held)).map((answer) => answer.status)).toEqual([200, 200]);
      await vi.waitFor(async () => {
        expect((await server.ask('{ __typename }')).status).toBe(200);
      });
    }));

  it('L1 gives the place of a client that has gone to the next', () =>
    withServer({ gate: { overload: { ...DEFAULT_OVERLOAD, requestsInFlight: 1 } } }, async (server) => {
      const leaving = new AbortController();
      const left = server.ask('{ call(path: "/held/3") }', { signal: leaving.signal }).catch(() => 'left');
      await loopback.came('/held/3');
      expect((await server.ask('{ __typename }')).status).toBe(503);
      leaving.abort();
      expect(await left).toBe('left');
      await vi.waitFor(async () => {
        expect((await server.ask('{ __typename }')).status).toBe(200);
      });
    }));

  it.each([
    ['L1 the event loop lags', { lagMs: () => 1001, heapShare: () => 0 }],
    ['L3 the heap is full', { lagMs: () => 0, heapShare: () => 0.93 }],
  ])('refuses while %s, without a promise', (_, load) => {
    expect(createGate({}, load).enter(LOCAL_PRINCIPAL)).toMatchObject({ code: 'OVERLOADED' });
    expect(createGate({}, idle).enter(LOCAL_PRINCIPAL)).toBeUndefined();
  });

  it('counts nobody who was refused as inside', async () => {
    const gate = createGate({ requestsPerMinute: 1 }, idle);
    expect(await gate.enter(named('a'))).toBeUndefined();
    expect(await gate.enter(named('a'))).toMatchObject({ code: 'RATE_LIMITED' });
    expect(gate.inFlight()).toBe(1);
    gate.leave();
    expect(gate.inFlight()).toBe(0);
  });

  it('has no charge where cost is not limited', () => {
    expect(createGate({ requestsPerMinute: 5 }, idle).charge).toBeUndefined();
  });

  it('lets an operation through that costs more than a minute has, once', async () => {
    const gate = createGate({ costPerMinute: 10 }, idle);
    expect(await gate.charge?.(named('a'), 500)).toBeUndefined();
    expect(await gate.charge?.(named('a'), 1)).toMatchObject({ code: 'RATE_LIMITED' });
  });
});
