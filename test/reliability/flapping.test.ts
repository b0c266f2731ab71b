import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { onAbort } from '../../src/transport/abort.js';
import { renewOnUnauthorized, withAuthorization } from '../../src/transport/access-token.js';
import type { Effect, Interceptor, UpstreamRequest, UpstreamResponse } from '../../src/transport/exchange.js';
import { ProviderFailure } from '../../src/transport/failure.js';
import { createConnect, type UpstreamConnection } from '../../src/transport/stack.js';
import { createRandom } from '../fuzz/random.js';
import { request, response } from '../transport/scripted-exchange.js';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
afterEach(() => vi.useRealTimers());

const TIMEOUT_MS = 3000;

/** What an upstream does with a request: the status of its answer and after what time; or no answer at all. */
type Fate = readonly [status: number, afterMs: number] | 'hang';

interface TestUpstream {
  readonly connection: UpstreamConnection;
  /** What reached it, and whether its circuit was open then. */
  readonly sent: ReadonlyArray<{ readonly effect: Effect; readonly isOpen: boolean }>;
}

const fixed = withAuthorization((each) => each);

function connect(fateOf: (each: UpstreamRequest) => Fate, authorize: Interceptor = fixed): TestUpstream {
  const sent: Array<{ effect: Effect; isOpen: boolean }> = [];
  const send = (each: UpstreamRequest): Promise<UpstreamResponse> => {
    sent.push({ effect: each.effect, isOpen: connection.health.state() === 'DOWN' });
    const fate = fateOf(each);
    return new Promise((resolve, reject) => {
      onAbort(each.callOptions.signal, reject);
      if (fate === 'hang') return;
      const [status, afterMs] = fate;
      setTimeout(() => {
        resolve(response(status));
      }, afterMs);
    });
  };
  const connection = createConnect({ openPool: () => ({ send, close: async () => undefined }), random: () => 0.5 })({
    upstream: 'pbx',
    origin: 'http://pbx',
    timeoutMs: TIMEOUT_MS,
    concurrency: 16,
    authorize,
  });
  return { connection, sent };
}

let asked = 0;
async function ask({ exchange }: UpstreamConnection, effect: Effect = 'reads'): Promise<string> {
  asked += 1;
  try {
    return String((await exchange(request({ effect, path: `/${asked}` }))).status);
  } catch (error) {
    return error instanceof ProviderFailure ? error.kind : String(error);
  }
}

const countOf = (outcomes: readonly string[], outcome: string): number =>
  outcomes.filter((each) => each === outcome).length;

/** Asks all of them for this long, a read each time and now and then a write; the outcomes of each. */
async function askFor(connections: readonly UpstreamConnection[], forMs: number): Promise<string[][]> {
  const outcomes = connections.map((): Array<Promise<string>> => []);
  for (let at = 0; at < forMs; at += 25) {
    for (const [index, connection] of connections.entries()) {
      outcomes[index]?.push(ask(connection, at % 250 === 0 ? 'acts' : 'reads'));
    }
    await vi.advanceTimersByTimeAsync(25);
  }
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  return Promise.all(outcomes.map((each) => Promise.all(each)));
}

test('U4 of five upstreams one hangs: the others answer all, its circuit opens, only reads probe it, and it closes', async () => {
  let hangs = false;
  const sick = connect(() => (hangs ? 'hang' : [200, 5]));
  const well = [1, 2, 3, 4].map(() => connect(() => [200, 5]));
  const all = [sick, ...well].map(({ connection }) => connection);
  const before = await askFor(all, 5000);
  hangs = true;
  const from = sick.sent.length;
  const [lost = [], ...others] = await askFor(all, 20_000);
  expect(before.flat().every((outcome) => outcome === '200')).toBe(true);
  expect(others.flat().every((outcome) => outcome === '200')).toBe(true);
  expect(sick.connection.health.state()).toBe('DOWN');
  const whileOpen = sick.sent.slice(from).filter(({ isOpen }) => isOpen);
  expect(new Set(whileOpen.map(({ effect }) => effect))).toEqual(new Set(['reads']));
  expect(whileOpen.length).toBeLessThan(15);
  expect(sick.sent.length - from).toBeLessThanOrEqual(1.2 * lost.length);
  hangs = false;
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  // One read is the probe; what comes beside it is still refused.
  const probe = ask(sick.connection);
  await vi.advanceTimersByTimeAsync(100);
  expect(await probe).toBe('200');
  const after = await askFor(all, 5000);
  expect(after.flat().every((outcome) => outcome === '200')).toBe(true);
  for (const { sent } of [sick, ...well]) expect(sent.length).toBeLessThanOrEqual(1.2 * (asked / 5));
});

describe('U22 an upstream', () => {
  const at = (share: number): TestUpstream => {
    const random = createRandom(7);
    return connect(() => (random.chance(share) ? [503, 5] : [200, 5]));
  };

  test('of which 15 % of the answers are faults answers 97 % of reads, with at most a fifth more requests', async () => {
    const upstream = at(0.15);
    const [outcomes = []] = await askFor([upstream.connection], 60_000);
    // Every tenth is a write, which is sent once.
    const writes = outcomes.filter((_, index) => index % 10 === 0);
    const reads = outcomes.filter((_, index) => index % 10 !== 0);
    expect(countOf(reads, '200')).toBeGreaterThan(0.97 * reads.length);
    expect(upstream.sent.filter(({ effect }) => effect === 'acts')).toHaveLength(writes.length);
    expect(upstream.sent.length).toBeLessThanOrEqual(1.2 * outcomes.length + 3 * 6);
  });

  test('of which half are faults is not asked more often for that, and is well at once when they end', async () => {
    let share = 0.5;
    const random = createRandom(7);
    const upstream = connect(() => (random.chance(share) ? [503, 5] : [200, 5]));
    const [outcomes = []] = await askFor([upstream.connection], 60_000);
    expect(upstream.sent.length).toBeLessThanOrEqual(1.2 * outcomes.length + 3 * 6);
    share = 0;
    // The probe, and what was refused beside it.
    await askFor([upstream.connection], TIMEOUT_MS);
    const [after = []] = await askFor([upstream.connection], 5000);
    expect(countOf(after, '200')).toBe(after.length);
  });

  test('that is ten times as slow loses nothing, and of one answer in a hundred that takes 20 s hardly any', async () => {
    const slow = connect(() => [200, 50]);
    const [all = []] = await askFor([slow.connection], 10_000);
    expect(countOf(all, '200')).toBe(all.length);
    const random = createRandom(7);
    const tailed = connect(() => [200, random.chance(0.01) ? 20_000 : 5]);
    const [outcomes = []] = await askFor([tailed.connection], 60_000);
    const reads = outcomes.filter((_, index) => index % 10 !== 0);
    expect(countOf(reads, '200')).toBeGreaterThan(0.999 * reads.length);
    expect(tailed.sent.length).toBeLessThanOrEqual(1.2 * outcomes.length);
  });
});

describe.each([
  ['ahead', 3_600_000],
  ['behind', -3_600_000],
])('U24 a clock that is an hour %s of the provider’s', (_, jumpMs) => {
  /** Tokens for a minute by the provider's clock, which tells the truth. */
  const connectWithTokens = () => {
    let token = 0;
    let endsAt = 0;
    const trueNow = (): number => performance.now();
    const authorize = renewOnUnauthorized({
      upstream: 'pbx',
      timeoutMs: TIMEOUT_MS,
      login: async () => {
        token += 1;
        endsAt = trueNow() + 60_000;
        return { token: String(token), expiresAt: Date.now() - clockError + 60_000 };
      },
      addToken: (each, added) => ({ ...each, headers: { authorization: added } }),
    });
    const upstream = connect(({ headers }) => {
      const isGood = headers['authorization'] === String(token) && trueNow() < endsAt;
      return [isGood ? 200 : 401, 5];
    }, authorize);
    return { ...upstream, logins: () => token };
  };
  let clockError = 0;
  beforeEach(() => {
    clockError = 0;
  });

  test('costs no call, and a log-in now and then', async () => {
    const upstream = connectWithTokens();
    vi.setSystemTime(Date.now() + jumpMs);
    clockError = jumpMs;
    const [outcomes = []] = await askFor([upstream.connection], 300_000);
    expect(countOf(outcomes, '200')).toBe(outcomes.length);
    // Five minutes are five tokens, or ten where each is renewed early.
    expect(upstream.logins()).toBeLessThanOrEqual(12);
  });

  test('since it jumped costs no call either, and prolongs no deadline', async () => {
    const upstream = connectWithTokens();
    await askFor([upstream.connection], 10_000);
    const lost = connect(() => 'hang');
    const call = ask(lost.connection, 'acts');
    vi.setSystemTime(Date.now() + jumpMs);
    clockError = jumpMs;
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
    expect(await call).toBe('timeout');
    const [outcomes = []] = await askFor([upstream.connection], 120_000);
    expect(countOf(outcomes, '200')).toBe(outcomes.length);
    expect(upstream.logins()).toBeLessThanOrEqual(8);
  });
});
