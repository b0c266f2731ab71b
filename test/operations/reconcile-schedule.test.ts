import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { createWriteExecutor } from '../../src/operations/write-executor.js';
import { createMemoryStore } from '../../src/operations/memory-store.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a store that can’t be reached once is looked through again an hour later', async () => {
  const store = createMemoryStore();
  const warnings: string[] = [];
  let purges = 0;
  const executor = createWriteExecutor({
    store: {
      ...store,
      purge: async (now) => {
        purges += 1;
        if (purges === 1) throw new Error('the store is away');
        await store.purge(now);
      },
    },
    isKeyRequired: false,
    reconciler: async () => ({ is: 'unknown' }),
    warn: (_, message) => warnings.push(message),
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect([purges, warnings]).toEqual([1, ['looking after writes failed']]);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect([purges, warnings.length]).toEqual([2, 1]);
  await executor.close();
});
