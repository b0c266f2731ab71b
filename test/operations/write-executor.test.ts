import { expect, test } from 'vitest';

import { InvalidInputError, NothingDoneError, type WriteAttempt } from '../../src/operations/intent.js';
import { KEY, sendOnce, useExecutorFixture } from './executor-fixture.js';
import { failure, intentOf, requestOf, type Made } from './simulation.js';

const NO = new InvalidInputError([{ code: 'BAD_USER_INPUT', message: 'no', field: ['name'] }]);
const fixture = useExecutorFixture();

test('a key is RESERVED at first, and DISPATCHED before a byte may leave, with the recovery hint', async () => {
  await fixture.process.executor.execute(intentOf(KEY), {}, async (writeAttempt) => {
    expect(await fixture.records()).toMatchObject([{ state: 'RESERVED', key: KEY, dispatchedAt: null, trail: null }]);
    writeAttempt.recordRecoveryHint({ look: 'ledger', attempt: 'x' });
    await writeAttempt.onDispatch?.(requestOf('a', writeAttempt));
    const dispatched = {
      state: 'DISPATCHED',
      dispatchedAt: fixture.simulation.clock.now,
      trail: { look: 'ledger', attempt: 'x' },
    };
    expect(await fixture.records()).toMatchObject([dispatched]);
    return { result: { attempt: 'x' } };
  });
  expect(await fixture.records()).toMatchObject([{ state: 'SUCCEEDED', result: { attempt: 'x' } }]);
});

test('a write without a key is kept from the first byte on, and not before', async () => {
  await fixture.process.executor.execute(intentOf(null), {}, async (writeAttempt) => {
    expect(await fixture.records()).toEqual([]);
    return sendOnce(writeAttempt);
  });
  expect(await fixture.states()).toEqual(['SUCCEEDED']);
  await fixture.write('wrong input', { key: null });
  await fixture.process.executor.execute(intentOf(null), {}, async () => ({ result: { attempt: 'nothing to do' } }));
  expect(await fixture.states()).toEqual(['SUCCEEDED']);
});

test('nothing is sent that the store can not take down', async () => {
  for (const [at, begins] of [
    [0, false],
    [1, false],
    [2, true],
  ] as const) {
    fixture.renew();
    fixture.process.arm({ at, how: 'fails before' });
    const { send, seen } = fixture.simulation.writing('done', KEY, fixture.process);
    expect(await fixture.process.executor.execute(intentOf(KEY), {}, send)).toMatchObject({
      is: 'refused',
      code: 'UNAVAILABLE',
    });
    expect(seen.begun).toBe(begins);
    expect(fixture.simulation.ledger.size).toBe(0);
    expect(fixture.simulation.warnings.length).toBeGreaterThan(0);
    // It is the truth that the same key can be used again.
    expect(await fixture.write('done')).toMatchObject({ is: 'done', replayed: false });
  }
});

test('a store that took it down and failed to say so does not block the key', async () => {
  fixture.process.arm({ at: 2, how: 'fails behind' });
  expect(await fixture.write('done')).toMatchObject({ is: 'refused', code: 'UNAVAILABLE' });
  expect(await fixture.records()).toEqual([]);
  expect(await fixture.write('done')).toMatchObject({ is: 'done', replayed: false });
});

test('what was done but can not be kept is told as unknown, and warned of', async () => {
  fixture.process.arm({ at: 3, how: 'fails before' });
  expect(await fixture.write('done')).toMatchObject({ is: 'unknown', result: { attempt: 'attempt 0' } });
  expect(fixture.simulation.warnings).toContain('a write was done, but that could not be kept');
  expect(await fixture.states()).toEqual(['DISPATCHED']);
  fixture.simulation.clock.now += 60_000;
  fixture.simulation.look.says = 'nothing';
  expect(await fixture.write('done')).toMatchObject({ is: 'unknown' });
  fixture.simulation.look.says = 'the truth';
  expect(await fixture.write('done')).toMatchObject({ is: 'done', replayed: true, result: { attempt: 'attempt 0' } });
  expect(fixture.simulation.effectsOf(KEY)).toBe(1);
});

test('nothing more of a write leaves once its outcome was judged', async () => {
  let slowAttempt: WriteAttempt | undefined;
  await fixture.process.executor.execute<Made>(intentOf(KEY), {}, async (writeAttempt) => {
    slowAttempt = writeAttempt;
    throw failure('overloaded', 'no');
  });
  await expect(slowAttempt?.onDispatch?.(requestOf('late', slowAttempt))).rejects.toThrow('this write is over');
  expect(await fixture.records()).toEqual([]);
});

test('a request that is given up while the store is at it leaves nothing behind', async () => {
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  let isSlow = false;
  const slow = fixture.simulation.start(async () => (isSlow ? held : undefined));
  let acting: Promise<unknown> | undefined;
  const performed = slow.executor.execute<Made>(intentOf(KEY), {}, async (writeAttempt) => {
    isSlow = true;
    acting = writeAttempt.onDispatch?.(requestOf('a', writeAttempt)).catch((error: unknown) => error);
    // By then the store is at it.
    await new Promise((resolve) => setImmediate(resolve));
    throw failure('timeout', 'no');
  });
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  isSlow = false;
  go();
  expect(await performed).toMatchObject({ is: 'failed' });
  expect(await acting).toMatchObject({ message: 'this write is over: nothing more of it may be sent' });
  expect(await fixture.records()).toEqual([]);
});

test('an end is kept behind what the store is at for a request that was given up', async () => {
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  let isSlow = false;
  const slow = fixture.simulation.start(async () => (isSlow ? held : undefined));
  const performed = slow.executor.execute<Made>(intentOf(KEY), {}, async (writeAttempt) => {
    await writeAttempt.onDispatch?.(requestOf('first', writeAttempt));
    // The second may take longer than was written down for the first.
    fixture.simulation.clock.now += 6000;
    isSlow = true;
    writeAttempt.onDispatch?.(requestOf('second', writeAttempt)).catch(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    throw failure('timeout', 'unknown');
  });
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  isSlow = false;
  go();
  expect(await performed).toMatchObject({ is: 'unknown' });
  expect(await fixture.states()).toEqual(['UNKNOWN']);
  expect(fixture.simulation.warnings).toEqual(['a write has an unknown outcome; the provider will be looked at']);
});

test('what a write threw is judged by what had left', async () => {
  const judged = async (error: Error, requests: number): Promise<string> => {
    const key = `key-${error.name}-${requests}-${Math.random()}`;
    const outcome = await fixture.process.executor.execute<Made>(intentOf(key), {}, async (writeAttempt) => {
      for (let each = 0; each < requests; each += 1)
        await writeAttempt.onDispatch?.(requestOf(`${each}`, writeAttempt));
      throw error;
    });
    return outcome.is;
  };
  expect(await judged(NO, 0)).toBe('rejected');
  expect(await judged(NO, 1)).toBe('rejected');
  expect(await judged(failure('rejected', 'yes'), 1)).toBe('rejected');
  expect(await judged(failure('not-found', 'yes'), 0)).toBe('rejected');
  expect(await judged(failure('rate-limited', 'yes'), 1)).toBe('failed');
  expect(await judged(failure('unavailable', 'unknown'), 0)).toBe('failed');
  expect(await judged(failure('unavailable', 'no'), 1)).toBe('failed');
  expect(await judged(failure('protocol', 'unknown'), 1)).toBe('unknown');
  expect(await judged(failure('rejected', 'yes'), 2)).toBe('unknown');
  expect(await judged(new NothingDoneError(failure('auth', 'yes')), 2)).toBe('failed');
});

test('a repeat of one request is one, and two requests are two', async () => {
  const outcome = await fixture.process.executor.execute<Made>(intentOf(KEY), {}, async (writeAttempt) => {
    await writeAttempt.onDispatch?.(requestOf('same', writeAttempt));
    await writeAttempt.onDispatch?.(requestOf('same', writeAttempt));
    throw failure('rejected', 'yes');
  });
  expect(outcome).toMatchObject({ is: 'rejected' });
});

test('a part that was lost makes it unknown, and what is known to be done is told', async () => {
  const outcome = await fixture.process.executor.execute<Made>(intentOf(KEY), {}, async (writeAttempt) => ({
    ...(await sendOnce(writeAttempt)),
    unknownFailures: [failure('timeout', 'unknown')],
  }));
  expect(outcome).toMatchObject({ is: 'unknown', result: { attempt: 'a' } });
  expect(await fixture.states()).toEqual(['UNKNOWN']);
});

test('a bug of ours in the middle is told as unknown, and warned of', async () => {
  const bug = fixture.process.executor.execute<Made>(intentOf(KEY), {}, async (writeAttempt) => {
    await sendOnce(writeAttempt);
    throw new TypeError('a bug');
  });
  expect(await bug).toMatchObject({ is: 'unknown', result: null });
  expect(fixture.simulation.warnings).toContain('a write broke off in the middle');
  expect(await fixture.states()).toEqual(['UNKNOWN']);
});

test('the store in memory takes nothing back that has changed since it was read', async () => {
  await fixture.process.executor.execute(intentOf(KEY), {}, async (writeAttempt) => {
    const [reserved] = await fixture.records();
    const sent = await sendOnce(writeAttempt);
    if (reserved) await fixture.simulation.store.release(reserved);
    return sent;
  });
  expect(await fixture.states()).toEqual(['SUCCEEDED']);
});
