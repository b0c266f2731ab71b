import { afterEach, beforeEach } from 'vitest';

import type { Outcome, ProviderWriteResult, WriteAttempt } from '../../src/operations/intent.js';
import type { OperationRecord, OperationState } from '../../src/operations/record.js';
import { createWorld, intentOf, requestOf, type End, type Made, type Process, type World } from './simulation.js';

export const KEY = 'one-key-of-a-client';

interface Options {
  readonly key?: string | null;
  readonly value?: number;
  /** Default: the first process. */
  readonly by?: Process;
}

/** A world with one process, new for each test of a file. */
export interface Room {
  readonly world: World;
  readonly process: Process;
  /** Another world, as it was at first. */
  readonly renew: () => void;
  readonly write: (end: End, options?: Options) => Promise<Outcome<Made>>;
  readonly records: (states?: readonly OperationState[]) => Promise<readonly OperationRecord[]>;
  /** Of all records, newest first. */
  readonly states: () => Promise<readonly OperationState[]>;
}

export function useRoom(): Room {
  let world: World;
  let process: Process;
  const renew = (): void => {
    world = createWorld();
    process = world.start();
  };
  beforeEach(renew);
  afterEach(() => world.end());
  const records: Room['records'] = (states) => world.store.list({ states, limit: 100 });
  return {
    get world() {
      return world;
    },
    get process() {
      return process;
    },
    renew,
    records,
    states: async () => (await records()).map(({ state }) => state),
    write: async (end, { key = KEY, value = 1, by = process } = {}) =>
      by.desk.execute(intentOf(key, value), {}, world.writing(end, key, by).send),
  };
}

/** Sends one request, and takes it for done. */
export async function sendOnce(writeAttempt: WriteAttempt, body = 'a'): Promise<ProviderWriteResult<Made>> {
  await writeAttempt.onDispatch?.(requestOf(body, writeAttempt));
  return { result: { attempt: body } };
}
