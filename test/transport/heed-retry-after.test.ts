import { describe, expect, test } from 'vitest';

import { withAuthorization } from '../../src/transport/access-token.js';
import type { Effect, UpstreamRequest, UpstreamResponse } from '../../src/transport/exchange.js';
import { ProviderFailure } from '../../src/transport/failure.js';
import { createHealth } from '../../src/transport/health.js';
import { createConnect } from '../../src/transport/stack.js';
import { failureOf, flushImmediate, request, response } from './scripted-exchange.js';

const DEADLINE_MS = 15_000;
const NEW_YEAR = Date.UTC(2026, 0, 1);

/** An upstream that gives these answers and then 200, when each request reached it, and a clock that pauses move on. */
function createUpstream(...answers: UpstreamResponse[]) {
  const clock = { now: 1000 };
  const sent: Array<{ readonly at: number; readonly effect: Effect; readonly path: string }> = [];
  const health = createHealth();
  const { exchange } = createConnect({
    openPool: () => ({
      send: async ({ effect, path }: UpstreamRequest) => {
        sent.push({ at: clock.now, effect, path });
        return answers.shift() ?? response();
      },
      close: async () => undefined,
    }),
    now: () => clock.now,
    wallNow: () => NEW_YEAR - 1000 + clock.now,
    sleep: async (pauseMs) => {
      clock.now += pauseMs;
    },
    random: () => 0,
  })({
    upstream: 'pbx',
    origin: 'http://pbx',
    timeoutMs: DEADLINE_MS,
    concurrency: 4,
    authorize: withAuthorization((each) => each),
    health,
  });
  return { clock, sent, health, exchange };
}

/** A write meets this answer; then another call is made. What comes of it, and when it reached the upstream. */
async function callAfter(status: number, retryAfter: string | undefined, effect: Effect = 'acts') {
  const upstream = createUpstream(response(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }));
  await upstream.exchange(request({ effect: 'acts', path: '/first' }));
  const outcome = await upstream.exchange(request({ effect, path: '/second' })).then(
    (answer) => answer.status,
    (error: unknown) => error,
  );
  const after = upstream.sent.filter(({ path }) => path === '/second').map(({ at }) => at - 1000);
  return { outcome, after, health: upstream.health };
}

describe.each([
  [429, 'rate-limited'],
  [503, 'unavailable'],
] as const)('after a %i', (status, kind) => {
  test.each([
    ['3', 3000],
    ['14', 14_000],
    ['Thu, 01 Jan 2026 00:00:09 GMT', 9000],
  ])(
    'U17 a pause of "%s" that fits the deadline is kept by others, and no call comes earlier',
    async (said, pauseMs) => {
      for (const effect of ['reads', 'replaces', 'acts'] as const) {
        const { outcome, after } = await callAfter(status, said, effect);
        expect(outcome).toBe(200);
        expect(after).toHaveLength(1);
        expect(after[0]).toBeGreaterThanOrEqual(pauseMs);
        expect(after[0]).toBeLessThan(pauseMs + 10);
      }
    },
  );

  test.each([
    ['60', 60_000],
    ['86400', 86_400_000],
    ['999999999', 86_400_000],
    ['Thu, 01 Jan 2026 01:00:00 GMT', 3_600_000],
  ])(
    'U17 a pause of "%s" that does not fit refuses others at once, with the proof and the time',
    async (said, pauseMs) => {
      for (const effect of ['reads', 'replaces', 'acts'] as const) {
        const { outcome, after } = await callAfter(status, said, effect);
        expect(outcome).toBeInstanceOf(ProviderFailure);
        expect(outcome).toMatchObject({ kind, sent: 'no', retryAfterMs: pauseMs });
        expect(after).toEqual([]);
      }
    },
  );

  test.each([undefined, '0', '-5', 'soon', '1 day', 'Wed, 31 Dec 2025 00:00:00 GMT'])(
    'U17 "%s" is no pause for others',
    async (said) => {
      expect(await callAfter(status, said)).toMatchObject({ outcome: 200, after: [0] });
    },
  );
});

test('U17 whoever comes after the pause is sent at once', async () => {
  const { exchange, clock, sent } = createUpstream(response(429, { 'retry-after': '3600' }));
  await exchange(request({ effect: 'acts' }));
  clock.now += 3_599_000;
  expect((await exchange(request({ effect: 'acts' }))).status).toBe(200);
  expect(sent[1]?.at).toBeGreaterThanOrEqual(3_601_000);
  expect((await exchange(request())).status).toBe(200);
});

test('U17 calls that waited for a slot when the pause was asked for keep it too', async () => {
  const answers: Array<(answer: UpstreamResponse) => void> = [];
  const { exchange } = createConnect({
    openPool: () => ({
      send: () => new Promise((resolve) => answers.push(resolve)),
      close: async () => undefined,
    }),
  })({
    upstream: 'pbx',
    origin: 'http://pbx',
    timeoutMs: DEADLINE_MS,
    concurrency: 1,
    authorize: withAuthorization((each) => each),
  });
  void exchange(request({ effect: 'acts' }));
  const waiting = failureOf(exchange(request({ effect: 'acts' })));
  await flushImmediate();
  answers[0]?.(response(429, { 'retry-after': '60' }));
  expect(await waiting).toMatchObject({ kind: 'rate-limited', sent: 'no' });
  expect(answers).toHaveLength(1);
});

test('U17 a pause is no sign of ill health, and refusals in it open no circuit', async () => {
  const { exchange, clock, health } = createUpstream(response(503, { 'retry-after': '60' }));
  await exchange(request({ effect: 'acts' }));
  for (let call = 0; call < 50; call += 1) {
    const failure = await failureOf(exchange(request({ effect: 'acts' })));
    if (failure instanceof ProviderFailure) health.recordFailure(failure);
  }
  expect(health.state()).toBe('UNKNOWN');
  clock.now += 60_000;
  expect((await exchange(request({ effect: 'acts' }))).status).toBe(200);
});
