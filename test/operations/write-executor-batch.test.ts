import { afterEach, beforeEach, expect, test } from 'vitest';

import { InvalidInputError, type ProviderWriteResult, type WriteAttempt } from '../../src/operations/intent.js';
import {
  createSimulation,
  failure,
  intentOf,
  requestOf,
  type Made,
  type Process,
  type Simulation,
} from './simulation.js';

let simulation: Simulation;
let process: Process;

beforeEach(() => {
  simulation = createSimulation();
  process = simulation.start();
});
afterEach(() => simulation.end());

const keyOf = (place: number): string => `the-key-of-place-${place}`;
const intents = (...places: number[]) => places.map((place) => intentOf(keyOf(place), place));

/** Sends all in one request; place `n` ends as the n-th of the ends says. */
function sending(ends: ReadonlyArray<ProviderWriteResult<Made> | Error>, seen: number[][] = []) {
  return async (
    places: readonly number[],
    writeAttempt: WriteAttempt,
  ): Promise<ReadonlyArray<ProviderWriteResult<Made> | Error>> => {
    seen.push([...places]);
    await writeAttempt.onDispatch?.(requestOf(places.join(), writeAttempt));
    return places.map((place) => ends[place] ?? new Error('no end'));
  };
}
const made = (attempt: string): ProviderWriteResult<Made> => ({ result: { attempt } });

test('writes that go out together have each its own outcome', async () => {
  const ends = [made('a'), failure('rejected', 'yes'), failure('timeout', 'unknown'), failure('unavailable', 'no')];
  const seen: number[][] = [];
  const outcomes = await process.executor.executeBatch(intents(0, 1, 2, 3), {}, sending(ends, seen));
  expect(outcomes.map(({ is }) => is)).toEqual(['done', 'rejected', 'unknown', 'failed']);
  expect(seen).toEqual([[0, 1, 2, 3]]);
  const records = await simulation.store.list({ limit: 10 });
  expect(Object.fromEntries(records.map(({ key, state }) => [key, state]))).toEqual({
    [keyOf(0)]: 'SUCCEEDED',
    [keyOf(1)]: 'REJECTED',
    [keyOf(2)]: 'UNKNOWN',
    [keyOf(3)]: 'NOT_SENT',
  });
});

test('those that are done already are told again, and only the others are sent', async () => {
  await process.executor.executeBatch(intents(1), {}, async (_, writeAttempt) =>
    sending([made('early')])([0], writeAttempt),
  );
  const seen: number[][] = [];
  const outcomes = await process.executor.executeBatch(
    intents(0, 1, 2),
    {},
    sending([made('a'), made('b'), made('c')], seen),
  );
  expect(seen).toEqual([[0, 2]]);
  expect(outcomes).toMatchObject([
    { replayed: false, result: { attempt: 'a' } },
    { replayed: true, result: { attempt: 'early' } },
    { replayed: false, result: { attempt: 'c' } },
  ]);
  const again = await process.executor.executeBatch(intents(0, 1, 2), {}, sending([], seen));
  expect(seen).toHaveLength(1);
  expect(again.map((outcome) => outcome.is === 'done' && outcome.replayed)).toEqual([true, true, true]);
});

test('the same key twice in one call is one write, and nobody waits for himself', async () => {
  const seen: number[][] = [];
  const outcomes = await process.executor.executeBatch(
    intents(0, 0, 1),
    {},
    sending([made('a'), made('b'), made('c')], seen),
  );
  expect(seen).toEqual([[0, 2]]);
  expect(outcomes).toMatchObject([
    { is: 'done', replayed: false, result: { attempt: 'a' } },
    { is: 'done', replayed: true, result: { attempt: 'a' } },
    { is: 'done', replayed: false, result: { attempt: 'c' } },
  ]);
});

test('one key for two different writes of one call is refused for the second', async () => {
  const two = [intentOf(keyOf(0), 1), intentOf(keyOf(0), 2)];
  const outcomes = await process.executor.executeBatch(two, {}, sending([made('a'), made('b')]));
  expect(outcomes).toMatchObject([{ is: 'done' }, { is: 'refused', code: 'IDEMPOTENCY_KEY_REUSED' }]);
});

test('one that can not be taken down stops them all, and all keys are free again', async () => {
  // The secret, two claims and an advance go well; the second advance does not.
  process.arm({ at: 4, how: 'fails before' });
  let isDispatched = false;
  const outcomes = await process.executor.executeBatch<Made>(intents(0, 1), {}, async (places, writeAttempt) => {
    await writeAttempt.onDispatch?.(requestOf('both', writeAttempt));
    isDispatched = true;
    return places.map(() => made('a'));
  });
  expect(isDispatched).toBe(false);
  expect(outcomes).toMatchObject([
    { is: 'refused', code: 'UNAVAILABLE' },
    { is: 'refused', code: 'UNAVAILABLE' },
  ]);
  expect(await simulation.store.list({ limit: 10 })).toEqual([]);
});

test('one key that can not be taken does not stop the others', async () => {
  process.arm({ at: 2, how: 'fails before' });
  const outcomes = await process.executor.executeBatch(
    intents(0, 1, 2),
    {},
    sending([made('a'), made('b'), made('c')]),
  );
  expect(outcomes.map(({ is }) => is).sort()).toEqual(['done', 'done', 'refused']);
});

test('what the call throws is the end of all that it did', async () => {
  const outcomes = await process.executor.executeBatch<Made>(intents(0, 1), {}, async (_, writeAttempt) => {
    await writeAttempt.onDispatch?.(requestOf('both', writeAttempt));
    throw failure('timeout', 'unknown');
  });
  expect(outcomes).toMatchObject([{ is: 'unknown' }, { is: 'unknown' }]);
  const invalid = await process.executor.executeBatch<Made>(intents(2, 3), {}, async () => {
    throw new InvalidInputError([{ code: 'BAD_USER_INPUT', message: 'no', field: null }]);
  });
  expect(invalid).toMatchObject([{ is: 'rejected' }, { is: 'rejected' }]);
});

test('a store that fails from the start refuses all, and throws nothing', async () => {
  process.arm({ at: 0, how: 'fails from here on' });
  const seen: number[][] = [];
  const outcomes = await process.executor.executeBatch(intents(0, 1), {}, sending([], seen));
  expect(seen).toEqual([]);
  expect(outcomes).toMatchObject([
    { is: 'refused', code: 'UNAVAILABLE' },
    { is: 'refused', code: 'UNAVAILABLE' },
  ]);
});
