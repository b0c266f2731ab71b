import { afterEach, beforeEach } from 'vitest';

import type { Outcome, ProviderWriteResult, WriteAttempt } from '../../src/operations/intent.js';
import type { OperationRecord, OperationState } from '../../src/operations/record.js';
import {
  createSimulation,
  intentOf,
  requestOf,
  type End,
  type Made,
  type Process,
  type Simulation,
} from './simulation.js';

export const KEY = 'one-key-of-a-client';

interface Options {
  readonly key?: string | null;
  readonly value?: number;
  /** Default: the first process. */
  readonly by?: Process;
}

/** A world with one process, new for each test of a file. */
export interface ExecutorFixture {
  readonly simulation: Simulation;
  readonly process: Process;
  /** Another world, as it was at first. */
  readonly renew: () => void;
  readonly write: (end: End, options?: Options) => Promise<Outcome<Made>>;
  readonly records: (states?: readonly OperationState[]) => Promise<readonly OperationRecord[]>;
  /** Of all records, newest first. */
  readonly states: () => Promise<readonly OperationState[]>;
}

export function useExecutorFixture(): ExecutorFixture {
  let simulation: Simulation;
  let process: Process;
  const renew = (): void => {
    simulation = createSimulation();
    process = simulation.start();
  };
  beforeEach(renew);
  afterEach(() => simulation.end());
  const records: ExecutorFixture['records'] = (states) => simulation.store.list({ states, limit: 100 });
  return {
    get simulation() {
      return simulation;
    },
    get process() {
      return process;
    },
    renew,
    records,
    states: async () => (await records()).map(({ state }) => state),
    write: async (end, { key = KEY, value = 1, by = process } = {}) =>
      by.executor.execute(intentOf(key, value), {}, simulation.writing(end, key, by).send),
  };
}

/** Sends one request, and takes it for done. */
export async function sendOnce(writeAttempt: WriteAttempt, body = 'a'): Promise<ProviderWriteResult<Made>> {
  await writeAttempt.onDispatch?.(requestOf(body, writeAttempt));
  return { result: { attempt: body } };
}
