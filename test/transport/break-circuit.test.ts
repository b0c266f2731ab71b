import { expect, test } from 'vitest';

import { withAuthorization } from '../../src/transport/access-token.js';
import { sleep as realSleep, type Sleep } from '../../src/transport/clock.js';
import type { Effect, UpstreamRequest } from '../../src/transport/exchange.js';
import { ProviderFailure } from '../../src/transport/failure.js';
import { createHealth } from '../../src/transport/health.js';
import { createConnect } from '../../src/transport/stack.js';
import { failureOf, flushImmediate, request, response } from './scripted-exchange.js';

/** An upstream whose state the test sets, what reached it, and a clock. */
function createUpstream(sleep: Sleep = async () => undefined) {
  const world = { now: 0, status: 200, tookMs: 0, turns: 1 };
  const sent: UpstreamRequest[] = [];
  const health = createHealth();
  const { exchange } = createConnect({
    openPool: () => ({
      send: async (each) => {
        sent.push(each);
        world.now += world.tookMs;
        for (let turn = 0; turn < world.turns; turn += 1) await flushImmediate();
        if (world.status === 0) throw new ProviderFailure('pbx', 'unavailable', 'the connection broke');
        return response(world.status);
      },
      close: async () => undefined,
    }),
    now: () => world.now,
    sleep,
    random: () => 0.999,
  })({
    upstream: 'pbx',
    origin: 'http://pbx',
    timeoutMs: 15_000,
    concurrency: 4,
    authorize: withAuthorization((each) => each),
    health,
  });
  const ask = async (effect: Effect): Promise<string> => {
    try {
      return String((await exchange(request({ effect, path: `/${sent.length}` }))).status);
    } catch (error) {
      return error instanceof ProviderFailure ? `${error.kind} ${error.sent}` : String(error);
    }
  };
  return { world, sent, health, exchange, ask };
}

/** Twenty calls that fail. */
async function failOften({ world, ask }: ReturnType<typeof createUpstream>, status = 0): Promise<void> {
  world.status = status;
  for (let asked = 0; asked < 20; asked += 1) await ask('replaces');
}

test.each([0, 500, 503])('U18 after a storm of %i nothing is sent, and the refusal proves it', async (status) => {
  const upstream = createUpstream();
  await failOften(upstream, status);
  upstream.sent.length = 0;
  expect(upstream.health.state()).toBe('DOWN');
  for (let asked = 0; asked < 50; asked += 1) {
    expect(await upstream.ask('reads')).toBe('unavailable no');
    expect(await upstream.ask('acts')).toBe('unavailable no');
  }
  expect(upstream.sent).toEqual([]);
  const refusal = await failureOf(upstream.exchange(request()));
  expect(refusal).toMatchObject({ kind: 'unavailable', sent: 'no' });
  expect((refusal as ProviderFailure).retryAfterMs).toBeGreaterThan(4000);
});

test('U18 one read finds out whether it is healed, and then everything is sent again', async () => {
  const upstream = createUpstream();
  await failOften(upstream);
  upstream.sent.length = 0;
  upstream.world.now += 5001;
  expect(await upstream.ask('reads')).toMatch(/^unavailable/);
  expect(upstream.sent.map(({ effect }) => effect)).toEqual(['reads']);
  upstream.world.status = 200;
  // It failed again, so that it stays open for twice as long.
  upstream.world.now += 5001;
  expect(await upstream.ask('reads')).toBe('unavailable no');
  expect(await upstream.ask('acts')).toBe('unavailable no');
  upstream.world.now += 5001;
  expect(await upstream.ask('reads')).toBe('200');
  expect(await upstream.ask('acts')).toBe('200');
  expect(upstream.sent.map(({ effect }) => effect)).toEqual(['reads', 'reads', 'acts']);
  expect(upstream.health.state()).not.toBe('DOWN');
});

test('U18 where only writes come, the latest read that was answered is the probe', async () => {
  const upstream = createUpstream();
  await upstream.ask('reads');
  await failOften(upstream);
  upstream.world.status = 200;
  upstream.world.now += 5001;
  upstream.sent.length = 0;
  expect(await upstream.ask('acts')).toBe('unavailable no');
  await flushImmediate();
  expect(upstream.sent.map(({ effect, path }) => [effect, path])).toEqual([['reads', '/0']]);
  expect(await upstream.ask('acts')).toBe('200');
});

test('U18 where nothing was ever read, writes are sent again after a while, and counted anew', async () => {
  const upstream = createUpstream();
  await failOften(upstream);
  upstream.world.now += 5001;
  upstream.sent.length = 0;
  for (let asked = 0; asked < 30; asked += 1) await upstream.ask('acts');
  expect(upstream.sent).toHaveLength(20);
});

test('T14 refused credentials and other refusals open no circuit', async () => {
  for (const status of [400, 401, 403, 404, 409, 422, 429]) {
    const upstream = createUpstream();
    await failOften(upstream, status);
    expect(await upstream.ask('acts')).toBe(String(status));
  }
});

test('whoever asks one deadline after an upstream was healed is answered, however long it was down', async () => {
  const upstream = createUpstream();
  await failOften(upstream);
  for (let probed = 0; probed < 10; probed += 1) {
    upstream.world.now += 15_000;
    await upstream.ask('reads');
  }
  upstream.world.status = 200;
  upstream.world.now += 15_000;
  expect(await upstream.ask('reads')).toBe('200');
});

test('what hung since before an upstream was healed opens the circuit for no longer than a deadline after it began', async () => {
  const upstream = createUpstream();
  await failOften(upstream);
  // On trial again and again, so that it stays open for long.
  for (let probed = 0; probed < 4; probed += 1) {
    upstream.world.now += 15_000;
    await upstream.ask('reads');
  }
  upstream.world.now += 15_000;
  const healedAt = upstream.world.now;
  upstream.world.tookMs = 5000;
  expect(await upstream.ask('reads')).toMatch(/^unavailable/);
  Object.assign(upstream.world, { status: 200, tookMs: 0, now: healedAt + 15_000 });
  expect(await upstream.ask('reads')).toBe('200');
});

test('while a read is on trial others wait for a moment, and nobody is refused by an upstream that is healed', async () => {
  const upstream = createUpstream(() => new Promise(() => undefined));
  await failOften(upstream);
  Object.assign(upstream.world, { status: 200, now: upstream.world.now + 15_000 });
  upstream.sent.length = 0;
  const answers = (['reads', 'reads', 'acts', 'reads', 'acts'] as const).map(upstream.ask);
  await Promise.resolve();
  expect(upstream.sent).toHaveLength(1);
  expect(await Promise.all(answers)).toEqual(['200', '200', '200', '200', '200']);
});

test('a read on trial that has no answer keeps others for that moment, and no longer', async () => {
  const upstream = createUpstream();
  await failOften(upstream);
  upstream.world.now += 15_000;
  upstream.sent.length = 0;
  let isAnswered = false;
  const onTrial = upstream.ask('reads').finally(() => (isAnswered = true));
  expect(await Promise.all((['reads', 'acts'] as const).map(upstream.ask))).toEqual([
    'unavailable no',
    'unavailable no',
  ]);
  expect([isAnswered, upstream.sent.length]).toEqual([false, 1]);
  await onTrial;
});

test('beside a read on trial others wait for about as long as its upstream takes', async () => {
  let sleptMs = 0;
  const upstream = createUpstream(async (milliseconds) => {
    sleptMs += milliseconds;
  });
  upstream.world.tookMs = 900;
  await upstream.ask('reads');
  upstream.world.tookMs = 0;
  await failOften(upstream);
  upstream.world.now += 15_000;
  sleptMs = 0;
  await Promise.all((['acts', 'acts'] as const).map(upstream.ask));
  expect(sleptMs).toBe(1800);
});

test("the gateway's own read on trial tells how long an upstream takes as well", async () => {
  let sleptMs = 0;
  const upstream = createUpstream(async (milliseconds) => {
    sleptMs += milliseconds;
  });
  upstream.world.tookMs = 900;
  await upstream.ask('reads');
  for (let outage = 0; outage < 2; outage += 1) {
    upstream.world.tookMs = 0;
    await failOften(upstream);
    Object.assign(upstream.world, { status: 200, tookMs: 900, now: upstream.world.now + 15_000 });
    sleptMs = 0;
    await Promise.all((['acts', 'acts'] as const).map(upstream.ask));
    expect(sleptMs).toBe(1800);
    // On trial to its end, and then closed.
    for (let turn = 0; turn < 5; turn += 1) await flushImmediate();
    expect(await upstream.ask('acts')).toBe('200');
  }
});

test('nobody is refused beside a read on trial because this process stood still', async () => {
  const upstream = createUpstream(realSleep);
  await failOften(upstream);
  // An answer passes several turns of the event loop: a connection, its head, its body.
  Object.assign(upstream.world, { status: 200, turns: 5, now: upstream.world.now + 15_000 });
  const answers = (['reads', 'reads', 'acts'] as const).map(upstream.ask);
  await flushImmediate();
  for (const until = performance.now() + 400; performance.now() < until;);
  expect(await Promise.all(answers)).toEqual(['200', '200', '200']);
});

test('U4 calls that wait for a slot are refused unsent as soon as the circuit opens', async () => {
  const hanging: Array<(error: Error) => void> = [];
  const { exchange } = createConnect({
    openPool: () => ({
      send: () => new Promise((_resolve, reject) => hanging.push(reject)),
      close: async () => undefined,
    }),
  })({
    upstream: 'pbx',
    origin: 'http://pbx',
    timeoutMs: 15_000,
    concurrency: 20,
    authorize: withAuthorization((each) => each),
  });
  const failures = Array.from({ length: 100 }, () => failureOf(exchange(request({ effect: 'acts' }))));
  await flushImmediate();
  for (const fail of hanging.splice(0)) fail(new ProviderFailure('pbx', 'timeout', 'no answer'));
  // Those that took the first slots that became free.
  await flushImmediate();
  for (const fail of hanging.splice(0)) fail(new ProviderFailure('pbx', 'timeout', 'no answer'));
  const waiting = (await Promise.all(failures)).slice(40);
  for (const failure of waiting) expect(failure).toMatchObject({ kind: 'unavailable', sent: 'no' });
});
