import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { UpstreamRequest, UpstreamResponse } from '../../src/transport/exchange.js';
import { ProviderFailure } from '../../src/transport/failure.js';
import { retry } from '../../src/transport/retry.js';
import { failureOf, request, response, script } from './scripted-exchange.js';

const neverSent = new ProviderFailure('pbx', 'unavailable', 'refused', { sent: 'no' });
const broken = new ProviderFailure('pbx', 'unavailable', 'the connection broke');

/** Plays outcomes to a request with a clock that sleeping moves on; random gives the longest pause. */
async function play(
  outcomes: ReadonlyArray<UpstreamResponse | Error>,
  change: Partial<UpstreamRequest> = {},
): Promise<{ tries: number; pauses: number[]; outcome: unknown }> {
  const pauses: number[] = [];
  let clock = 0;
  const { exchange, requests } = script(...outcomes);
  const exchangeWithRetry = retry({
    sleep: async (pause) => {
      pauses.push(pause);
      clock += pause;
    },
    random: () => 1,
    now: () => clock,
    wallNow: () => Date.UTC(2026, 0, 1),
  })(exchange);
  const outcome = await exchangeWithRetry(request(change)).catch((error: unknown) => error);
  return { tries: requests.length, pauses, outcome };
}

test.each([429, 500, 502, 503, 504])(
  'a read answered with %i is tried three times, then given up as it is',
  async (status) => {
    const last = response(status, {}, 'last');
    expect(await play([response(status), response(status), last])).toMatchObject({ tries: 3, outcome: last });
  },
);

test('a read whose connection breaks is tried three times, then fails as the last try did', async () => {
  const last = new ProviderFailure('pbx', 'unavailable', 'the last');
  expect(await play([broken, broken, last])).toMatchObject({ tries: 3, outcome: last });
});

test('a second try that succeeds is the answer', async () => {
  const good = response(200);
  expect(await play([broken, good])).toEqual({ tries: 2, pauses: [50], outcome: good });
});

test.each([200, 204, 303, 400, 401, 404, 408, 501])('an answer with %i is not asked for again', async (status) => {
  expect(await play([response(status)])).toMatchObject({ tries: 1 });
});

test.each(['timeout', 'auth', 'overloaded', 'protocol'] as const)(
  'a failure that is %s is not tried again',
  async (kind) => {
    expect(await play([new ProviderFailure('pbx', kind, 'no')])).toMatchObject({ tries: 1 });
  },
);

test('a call that acts is sent once, whatever its method and whatever comes back', async () => {
  const outcome = fc.constantFrom<UpstreamResponse | Error>(
    broken,
    neverSent,
    ...[429, 500, 502, 503, 504].map((status) => response(status)),
  );
  await fc.assert(
    fc.asyncProperty(outcome, fc.constantFrom('GET', 'PUT', 'DELETE', 'POST'), async (first, method) => {
      expect(await play([first], { method, effect: 'acts' })).toMatchObject({ tries: 1 });
    }),
  );
});

test('a call that replaces is tried once more where the first try surely did nothing, and only then', async () => {
  const replaces = { method: 'PUT', effect: 'replaces' } as const;
  for (const undone of [neverSent, response(429), response(503)]) {
    expect(await play([undone], replaces)).toMatchObject({ tries: 2, outcome: undone });
  }
  for (const unclear of [broken, response(500), response(502), response(504)]) {
    expect(await play([unclear], replaces)).toMatchObject({ tries: 1, outcome: unclear });
  }
});

test('pauses double from 50 ms, and from 1 s up to 2 s where the provider asked to slow down', async () => {
  expect((await play([broken])).pauses).toEqual([50, 100]);
  expect((await play([response(429)])).pauses).toEqual([1000, 2000]);
});

test.each([
  ['7', 7000],
  ['Thu, 01 Jan 2026 00:00:09 GMT', 9000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 1000],
  ['1 day', 1000],
  ['-5', 1000],
])('a retry-after of "%s" makes us wait %i ms', async (said, expected) => {
  expect((await play([response(429, { 'retry-after': said }), response()])).pauses).toEqual([expected]);
});

test('an answer is given up as it is where the pause does not fit what is left of the deadline', async () => {
  const rateLimited = response(429, { 'retry-after': '10' });
  expect(await play([rateLimited], { deadlineAt: 10_000 })).toEqual({ tries: 1, pauses: [], outcome: rateLimited });
  expect(await play([rateLimited, response()], { deadlineAt: 10_001 })).toMatchObject({ tries: 2 });
});

test('in any ten seconds repeats are at most a fifth of the reads, and three', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 120 }), async (gaps) => {
      let clock = 0;
      const sent: number[] = [];
      const reads: number[] = [];
      const exchange = retry({ sleep: async () => undefined, random: () => 0, now: () => clock })(async () => {
        sent.push(clock);
        throw broken;
      });
      for (const gap of gaps) {
        clock += gap;
        reads.push(clock);
        await failureOf(exchange(request()));
        // Seconds are counted whole, so the first second identifies the window.
        const within = (at: number): boolean => Math.floor(at / 1000) > Math.floor(clock / 1000) - 10;
        const asked = reads.filter(within).length;
        expect(sent.filter(within).length - asked).toBeLessThanOrEqual(asked * 0.2 + 3);
      }
    }),
  );
});

test('an abort ends the pause', async () => {
  const leaving = new AbortController();
  const { exchange, requests } = script(response(429, { 'retry-after': '60' }));
  const call = retry()(async (each) => {
    setImmediate(() => {
      leaving.abort(new Error('left'));
    });
    return exchange(each);
  })(request({ callOptions: { signal: leaving.signal } }));
  await expect(call).rejects.toThrow('left');
  expect(requests).toHaveLength(1);
});

test('a call that was aborted is not tried again', async () => {
  const leaving = new AbortController();
  let tries = 0;
  const call = retry()(async () => {
    tries += 1;
    leaving.abort();
    throw broken;
  })(request({ callOptions: { signal: leaving.signal } }));
  expect(await failureOf(call)).toBe(broken);
  expect(tries).toBe(1);
});
