import { expect, test } from 'vitest';

import { mapConcurrent } from '../../src/transport/map-concurrent.js';

const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

test('results are in the order of the items, however long each takes', async () => {
  const results = await mapConcurrent([3, 1, 2], 3, async (turns, index) => {
    for (let turn = 0; turn < turns; turn += 1) await wait();
    return [turns, index];
  });
  expect(results).toEqual([
    [3, 0],
    [1, 1],
    [2, 2],
  ]);
});

test('no more calls than the limit are under way at once', async () => {
  let [running, most] = [0, 0];
  await mapConcurrent(new Set(Array.from({ length: 20 }, (_, index) => index)), 4, async () => {
    running += 1;
    most = Math.max(most, running);
    await wait();
    running -= 1;
  });
  expect(most).toBe(4);
});

test('a failure rejects, and no further item is started', async () => {
  const started: number[] = [];
  const mapped = mapConcurrent([1, 2, 3, 4, 5], 2, async (item) => {
    started.push(item);
    await wait();
    if (item === 1) throw new Error('no');
    await wait();
  });
  await expect(mapped).rejects.toThrow('no');
  await wait();
  await wait();
  await wait();
  expect(started).toEqual([1, 2]);
});

test('what is thrown at once rejects too, and no items have no results', async () => {
  const mapped = mapConcurrent([1, 2, 3], 1, (item) => {
    if (item === 2) throw new Error('at once');
    return Promise.resolve(item);
  });
  await expect(mapped).rejects.toThrow('at once');
  expect(await mapConcurrent([], 2, () => Promise.resolve(1))).toEqual([]);
});

test('a limit that changes is heeded from the next start on', async () => {
  let limit = 4;
  let running = 0;
  const counts: number[] = [];
  await mapConcurrent(
    Array.from({ length: 30 }, (_, item) => item),
    () => limit,
    async (item) => {
      running += 1;
      counts.push(running);
      if (item === 8) limit = 1;
      if (item === 20) limit = 3;
      await wait();
      running -= 1;
    },
  );
  expect(counts.slice(0, 4)).toEqual([1, 2, 3, 4]);
  expect(counts.slice(12, 21)).toEqual(Array.from({ length: 9 }, () => 1));
  expect(Math.max(...counts.slice(21))).toBe(3);
});
