import { setImmediate as nextCheck } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { nextTurn } from '../../src/transport/turn.js';

test('of several who work at the same time each has turns of the loop of its own, one after another', async () => {
  const done: string[] = [];
  const work = async (name: string): Promise<void> => {
    for (let part = 1; part <= 3; part += 1) {
      await nextTurn();
      done.push(`${name}${part}`);
    }
  };
  const working = Promise.all(['a', 'b'].map(work));
  let most = 0;
  for (let before = 0; done.length < 6; before = done.length) {
    await nextCheck();
    most = Math.max(most, done.length - before);
  }
  await working;
  expect(done).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
  expect(most).toBe(1);
  // And whoever comes after all have gone gets one too.
  await work('c');
  expect(done.slice(6)).toEqual(['c1', 'c2', 'c3']);
});
