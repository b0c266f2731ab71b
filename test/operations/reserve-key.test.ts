import { v7 } from 'uuid';
import { expect, test } from 'vitest';

import { KEY, sendOnce, useExecutorFixture } from './executor-fixture.js';
import { createSimulation, intentOf, requestOf } from './simulation.js';

const DAY_MS = 24 * 60 * 60_000;
const fixture = useExecutorFixture();

test('M1 fifty calls with one key at once send once and tell the same', async () => {
  const calls = Array.from({ length: 50 }, () => fixture.write('done'));
  const outcomes = await Promise.all(calls);
  expect(fixture.simulation.effectsOf(KEY)).toBe(1);
  expect(outcomes.map((outcome) => ({ ...outcome, replayed: true }))).toEqual(
    Array(50).fill({ ...outcomes[0], replayed: true }),
  );
  expect(outcomes.filter((outcome) => outcome.is === 'done' && !outcome.replayed)).toHaveLength(1);
});

test('a key is free again at once for another caller of the same process when nothing was sent', async () => {
  const outcomes = await Promise.all([fixture.write('crowded'), fixture.write('crowded')]);
  expect(outcomes).toMatchObject([{ is: 'failed' }, { is: 'failed' }]);
  expect(await fixture.write('done', { value: 2 })).toMatchObject({ is: 'done', replayed: false });
});

test('a call that waits too long for the first with its key is told that it is under way', async () => {
  let finish: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (finish = resolve));
  const first = fixture.process.executor.execute(intentOf(KEY), {}, async (writeAttempt) => {
    const sent = await sendOnce(writeAttempt);
    await held;
    return sent;
  });
  const second = await fixture.write('done');
  expect(second).toMatchObject({ is: 'refused', code: 'IDEMPOTENCY_IN_PROGRESS', retryAfterMs: 1000 });
  finish();
  expect(await first).toMatchObject({ is: 'done', replayed: false });
});

test('a write of another process that is under way is not waited for', async () => {
  const other = fixture.simulation.start();
  await fixture.process.executor.execute(intentOf(KEY), {}, async (writeAttempt) => {
    expect(await fixture.write('done', { by: other })).toMatchObject({
      is: 'refused',
      code: 'IDEMPOTENCY_IN_PROGRESS',
    });
    await writeAttempt.onDispatch?.(requestOf('a', writeAttempt));
    expect(await fixture.write('done', { by: other })).toMatchObject({
      is: 'refused',
      code: 'IDEMPOTENCY_IN_PROGRESS',
    });
    return { result: { attempt: 'first' } };
  });
  expect(await fixture.write('done', { by: other })).toMatchObject({
    is: 'done',
    replayed: true,
    result: { attempt: 'first' },
  });
  expect(fixture.simulation.ledger.size).toBe(0);
});

test('M2 other arguments under a used key are refused, whatever became of it', async () => {
  for (const end of ['done', 'refused', 'done, but no answer'] as const) {
    const key = `a-key-for-an-end-${end.replaceAll(' ', '-')}`;
    await fixture.write(end, { key });
    const again = await fixture.write('done', { key, value: 2 });
    expect(again).toMatchObject({ is: 'refused', code: 'IDEMPOTENCY_KEY_REUSED' });
  }
  expect(await fixture.states()).toHaveLength(3);
});

test('M3 a key means something in one mutation of one upstream only', async () => {
  for (const change of [{}, { mutation: 'other' }, { upstream: 'sms' }]) {
    const outcome = await fixture.process.executor.execute({ ...intentOf(KEY), ...change }, {}, (writeAttempt) =>
      sendOnce(writeAttempt),
    );
    expect(outcome).toMatchObject({ is: 'done', replayed: false });
  }
});

test('the same arguments in another order are the same', async () => {
  const named = (value: object) => ({ ...intentOf(KEY), arguments: JSON.parse(JSON.stringify(value)) as string });
  await fixture.process.executor.execute(named({ a: 1, b: [{ c: null, d: 'x' }] }), {}, (writeAttempt) =>
    sendOnce(writeAttempt),
  );
  const again = await fixture.process.executor.execute(named({ b: [{ d: 'x', c: null }], a: 1 }), {}, (writeAttempt) =>
    sendOnce(writeAttempt),
  );
  expect(again).toMatchObject({ is: 'done', replayed: true });
});

test('a key that can be none is told as a mistake of this call, not of an earlier one', async () => {
  for (const key of ['short', 'x'.repeat(129), 'with a blank in it', 'ünïcödé-ünïcödé', '']) {
    const outcome = await fixture.write('done', { key });
    expect(outcome).toMatchObject({ is: 'rejected', replayed: false });
    expect(outcome).toMatchObject({ mistakes: [{ code: 'BAD_USER_INPUT', field: ['idempotencyKey'] }] });
  }
  for (const key of ['x'.repeat(16), '~'.repeat(128)])
    expect(await fixture.write('done', { key })).toMatchObject({ is: 'done' });
  expect(fixture.simulation.ledger.size).toBe(2);
});

test('M12 a UUIDv7 that is older than what is kept is refused, and a younger one is not', async () => {
  const old = v7({ msecs: fixture.simulation.clock.now - 7 * DAY_MS - 1 });
  expect(await fixture.write('done', { key: old })).toMatchObject({ is: 'refused', code: 'IDEMPOTENCY_KEY_EXPIRED' });
  expect(await fixture.records()).toEqual([]);
  expect(await fixture.write('done', { key: v7({ msecs: fixture.simulation.clock.now - 7 * DAY_MS }) })).toMatchObject({
    is: 'done',
  });
});

test('an old UUIDv7 whose outcome is still kept is told it', async () => {
  const key = v7({ msecs: fixture.simulation.clock.now });
  await fixture.write('done, but no answer', { key });
  fixture.simulation.clock.now += 29 * DAY_MS;
  expect(await fixture.write('done', { key })).toMatchObject({ is: 'done', replayed: true });
});

test('an end is kept for seven days, and what nobody knows for thirty, even where the process died', async () => {
  const [known, lost, left] = ['a-known-key-of-mine', 'a-lost-key-of-mine', 'a-left-key-of-mine'] as const;
  await fixture.write('done', { key: known });
  await fixture.write('done, but no answer', { key: lost });
  await Promise.race([fixture.write('the process dies behind the provider', { key: left }), fixture.process.dead]);
  fixture.simulation.look.says = 'nothing';
  fixture.simulation.clock.now += 8 * DAY_MS;
  await fixture.simulation.store.purge(fixture.simulation.clock.now);
  const next = fixture.simulation.start();
  expect(await fixture.write('done', { key: known, by: next })).toMatchObject({ is: 'done', replayed: false });
  expect(await fixture.write('done', { key: lost, by: next })).toMatchObject({ is: 'unknown' });
  expect(await fixture.write('done', { key: left, by: next })).toMatchObject({ is: 'unknown' });
  fixture.simulation.clock.now += 23 * DAY_MS;
  expect(await fixture.write('done', { key: lost, by: next })).toMatchObject({ is: 'done', replayed: false });
});

test('M4 where keys are required a write that acts has none without one, and one that replaces may', async () => {
  const strict = createSimulation({ required: true }).start();
  const acting = await strict.executor.execute(intentOf(null), {}, (writeAttempt) => sendOnce(writeAttempt));
  expect(acting).toMatchObject({ is: 'refused', code: 'IDEMPOTENCY_KEY_REQUIRED' });
  const replacing = { ...intentOf(null), effect: 'replaces' } as const;
  expect(await strict.executor.execute(replacing, {}, (writeAttempt) => sendOnce(writeAttempt))).toMatchObject({
    is: 'done',
  });
  await strict.executor.close();
});
