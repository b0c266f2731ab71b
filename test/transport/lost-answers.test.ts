import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { onAbort } from '../../src/transport/abort.js';
import type { UpstreamRequest, UpstreamResponse } from '../../src/transport/exchange.js';
import { ProviderFailure } from '../../src/transport/failure.js';
import { createConnect, type UpstreamConnection, type UpstreamRoute } from '../../src/transport/stack.js';
import { renewOnUnauthorized, withAuthorization } from '../../src/transport/access-token.js';
import { failureOf, request, response } from './scripted-exchange.js';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

const TIMEOUT_MS = 3000;

/** What becomes of one request; after `afterMs`, or never. */
interface Fate {
  readonly kind: 'answer' | 'break' | 'hang' | 'deaf' | 'refuse';
  readonly afterMs: number;
}

const WELL: Fate = { kind: 'answer', afterMs: 5 };

/** A connection to an upstream that does to each request what the test scripted, and the requests that reached it. */
function connect(fateOf: (each: UpstreamRequest) => Fate, change: Partial<UpstreamRoute> = {}) {
  const sent: UpstreamRequest[] = [];
  const send = (each: UpstreamRequest): Promise<UpstreamResponse> => {
    sent.push(each);
    each.onSent?.();
    const fate = fateOf(each);
    const { signal } = each.callOptions;
    return new Promise((resolve, reject) => {
      // A deaf one stands for a link that does not hear its signal.
      if (fate.kind !== 'deaf') onAbort(signal, reject);
      if (fate.kind === 'hang' || fate.kind === 'deaf') return;
      setTimeout(() => {
        if (fate.kind === 'break') reject(new ProviderFailure('pbx', 'unavailable', 'the connection broke'));
        else resolve(response(fate.kind === 'refuse' ? 401 : 200));
      }, fate.afterMs);
    });
  };
  const connection = createConnect({ openPool: () => ({ send, close: async () => undefined }), random: () => 0.5 })({
    upstream: 'pbx',
    origin: 'http://pbx',
    timeoutMs: TIMEOUT_MS,
    concurrency: 4,
    authorize: withAuthorization((each) => each),
    ...change,
  });
  return { ...connection, sent };
}

/** Log-ins as those of the providers: one for all. */
const loggingIn = () =>
  renewOnUnauthorized({
    upstream: 'pbx',
    timeoutMs: TIMEOUT_MS,
    now: () => performance.now(),
    login: async (send, callOptions) => {
      const { status } = await send(request({ operation: 'log-in', path: '/login', effect: 'acts', callOptions }));
      if (status === 401) throw new ProviderFailure('pbx', 'unavailable', 'the log-in is down', { status });
      return { token: 'ticket' };
    },
    addToken: (each) => each,
  });

async function outcomeOf(call: Promise<UpstreamResponse>): Promise<string> {
  try {
    return String((await call).status);
  } catch (error) {
    return error instanceof ProviderFailure ? error.kind : String(error);
  }
}

/** Asks so often at this distance, and tells what each got. */
async function askAgainAndAgain({ exchange }: UpstreamConnection, times: number, everyMs: number): Promise<string[]> {
  const outcomes: Array<Promise<string>> = [];
  for (let asked = 0; asked < times; asked += 1) {
    outcomes.push(outcomeOf(exchange(request())));
    await vi.advanceTimersByTimeAsync(everyMs);
  }
  await vi.advanceTimersByTimeAsync(2 * TIMEOUT_MS);
  return Promise.all(outcomes);
}

test('one lost answer costs a read one repeat, however many ask for the same meanwhile', async () => {
  let requests = 0;
  const upstream = connect(() => ((requests += 1) === 1 ? { kind: 'hang', afterMs: 0 } : WELL));
  expect(await askAgainAndAgain(upstream, 20, 900)).toEqual(Array(20).fill('200'));
});

test('U3 a read that is never answered is late for each who waits, within his own time', async () => {
  const upstream = connect(() => ({ kind: 'deaf', afterMs: 0 }));
  const begun = performance.now();
  const first = failureOf(upstream.exchange(request()));
  await vi.advanceTimersByTimeAsync(2000);
  const second = failureOf(upstream.exchange(request())).then((failure) => [failure, performance.now() - begun]);
  await vi.advanceTimersByTimeAsync(4000);
  expect(await first).toMatchObject({ kind: 'timeout' });
  expect(await second).toEqual([expect.objectContaining({ kind: 'timeout' }), 5000]);
});

test('who joined a read that ends before his time is up asks anew with the rest of it', async () => {
  const well = performance.now() + TIMEOUT_MS;
  const upstream = connect(() => (performance.now() < well ? { kind: 'hang', afterMs: 0 } : WELL), {
    retry: { tries: 1 },
  });
  const first = failureOf(upstream.exchange(request()));
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS - 100);
  const second = upstream.exchange(request());
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  expect(await first).toMatchObject({ kind: 'timeout' });
  expect(await second).toMatchObject({ status: 200 });
  expect(upstream.sent).toHaveLength(2);
});

test.each(['acts', 'replaces'] as const)('what %s is sent once and has the whole deadline', async (effect) => {
  const upstream = connect(() => ({ kind: 'answer', afterMs: TIMEOUT_MS - 1 }));
  const call = upstream.exchange(request({ effect }));
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  expect(await call).toMatchObject({ status: 200 });
  const hanging = connect(() => ({ kind: 'hang', afterMs: 0 }));
  const lost = failureOf(hanging.exchange(request({ effect })));
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  expect(await lost).toMatchObject({ kind: 'timeout', sent: 'unknown' });
  expect([upstream.sent.length, hanging.sent.length]).toEqual([1, 1]);
});

test('the last try of a read has all the time that is left', async () => {
  const upstream = connect(() => ({ kind: 'answer', afterMs: TIMEOUT_MS - 1 }), { retry: { tries: 1 } });
  const call = upstream.exchange(request());
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  expect(await call).toMatchObject({ status: 200 });
});

test('a try is not given up where no repeat of it would be allowed: the budget of repeats is spent', async () => {
  const upstream = connect(() => ({ kind: 'answer', afterMs: 2000 }));
  const calls = Array.from({ length: 4 }, (_, index) => outcomeOf(upstream.exchange(request({ path: `/${index}` }))));
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  // Three repeats and one for five reads: the fourth read keeps its first try, which is answered.
  expect((await Promise.all(calls)).filter((outcome) => outcome === '200')).toHaveLength(1);
});

test('a log-in that is lost is repeated, also for what acts', async () => {
  let logIns = 0;
  const upstream = connect(
    ({ path }) => (path === '/login' && (logIns += 1) === 1 ? { kind: 'hang', afterMs: 0 } : WELL),
    { authorize: loggingIn() },
  );
  const call = upstream.exchange(request({ effect: 'acts' }));
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  expect(await call).toMatchObject({ status: 200 });
  expect(upstream.sent.map(({ path }) => path)).toEqual(['/login', '/login', '/things']);
});

test('waiting for a place costs no try', async () => {
  const upstream = connect(() => ({ kind: 'answer', afterMs: 900 }), { concurrency: 1 });
  const calls = ['/1', '/2', '/3'].map((path) => upstream.exchange(request({ path })));
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  for (const answer of await Promise.all(calls)) expect(answer.status).toBe(200);
  expect(upstream.sent).toHaveLength(3);
});

const fates = fc.record({
  kind: fc.constantFrom('hang', 'break', 'answer', 'refuse'),
  afterMs: fc.integer({ min: 1, max: 2 * TIMEOUT_MS }),
});
const askers = fc.record({
  afterMs: fc.integer({ min: 1, max: 1500 }),
  path: fc.constantFrom('/a', '/b'),
  effect: fc.constantFrom('reads', 'reads', 'reads', 'acts'),
  leavesAfterMs: fc.option(fc.integer({ min: 1, max: TIMEOUT_MS }), { nil: undefined }),
});

test('whoever asks later than one deadline after the last fault is answered, and everybody is told in time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fates, { minLength: 1, maxLength: 12 }),
      fc.array(askers, { minLength: 5, maxLength: 30 }),
      fc.boolean(),
      async (faults, callOptions, hasLogIn) => {
        const remaining = [...faults];
        let lastFault = performance.now();
        const upstream = connect(
          () => {
            const fate = remaining.shift();
            if (fate) lastFault = performance.now();
            return fate ?? WELL;
          },
          { authorize: hasLogIn ? loggingIn() : withAuthorization((each) => each), cacheMs: 100 },
        );
        const ask = async ({ path, effect, leavesAfterMs }: (typeof callOptions)[number]) => {
          const begun = performance.now();
          const leaving = new AbortController();
          if (leavesAfterMs !== undefined) setTimeout(leaving.abort.bind(leaving, new Error('left')), leavesAfterMs);
          const outcome = await outcomeOf(
            upstream.exchange(request({ path, effect, callOptions: { signal: leaving.signal } })),
          );
          return { begun, took: performance.now() - begun, outcome, stays: leavesAfterMs === undefined };
        };
        const asked: Array<ReturnType<typeof ask>> = [];
        for (const asker of callOptions) {
          await vi.advanceTimersByTimeAsync(asker.afterMs);
          asked.push(ask(asker));
        }
        await vi.advanceTimersByTimeAsync(3 * TIMEOUT_MS);
        for (const { begun, took, outcome, stays } of await Promise.all(asked)) {
          expect(took).toBeLessThanOrEqual(TIMEOUT_MS);
          if (stays && remaining.length === 0 && begun > lastFault + TIMEOUT_MS) expect(outcome).toBe('200');
        }
        // Nothing of all that holds a place for good.
        remaining.length = 0;
        const after = Array.from({ length: 8 }, (_, index) =>
          outcomeOf(upstream.exchange(request({ path: `/after/${index}`, effect: 'acts' }))),
        );
        await vi.advanceTimersByTimeAsync(3 * TIMEOUT_MS);
        expect(await Promise.all(after)).toEqual(Array(8).fill('200'));
      },
    ),
    { numRuns: 150 },
  );
});
