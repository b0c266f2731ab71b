import { performance } from 'node:perf_hooks';
import { setImmediate as nextCheck } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { isYieldDue, yieldToEventLoop } from '../../src/transport/yield.js';

interface Piece {
  readonly name: string;
  /** In which turn of the event loop it was done. */
  readonly turn: number;
}

/** Has several work for so long a piece, three pieces each, and counts the turns of the loop meanwhile. */
async function workAtOnce(names: readonly string[], pieceMs: number): Promise<readonly Piece[]> {
  const done: Piece[] = [];
  let turn = 0;
  const work = async (name: string): Promise<void> => {
    for (let piece = 1; piece <= 3; piece += 1) {
      await yieldToEventLoop();
      // Whoever goes on may need some promises more before it is at its piece.
      await Promise.resolve().then(() => undefined);
      done.push({ name: `${name}${piece}`, turn });
      for (const end = performance.now() + pieceMs; performance.now() < end;);
    }
  };
  const working = Promise.all(names.map(work));
  while (done.length < names.length * 3) {
    await nextCheck();
    turn += 1;
  }
  await working;
  return done;
}

test('of several at long pieces each has a turn of the loop of its own, one after another', async () => {
  const done = await workAtOnce(['a', 'b'], 3);
  expect(done.map(({ name }) => name)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
  expect(new Set(done.map(({ turn }) => turn)).size).toBe(6);
  // And whoever comes after all have gone gets one too.
  expect((await workAtOnce(['c'], 3)).map(({ name }) => name)).toEqual(['c1', 'c2', 'c3']);
});

test('small pieces share a turn until it has become long, and keep their order', async () => {
  const names = Array.from({ length: 100 }, (_, index) => `${index}:`);
  const done = await workAtOnce(names, 0.1);
  expect(done.map(({ name }) => name)).toEqual([1, 2, 3].flatMap((piece) => names.map((name) => `${name}${piece}`)));
  const turns = new Set(done.map(({ turn }) => turn)).size;
  // Three hundred pieces are thirty milliseconds at least.
  expect(turns).toBeGreaterThan(5);
  expect(turns).toBeLessThan(100);
});

test('a turn of the loop is over when all works together have held it long, and the next begins anew', async () => {
  await nextCheck();
  await nextCheck();
  expect(isYieldDue()).toBe(false);
  for (const end = performance.now() + 3; performance.now() < end;);
  expect(isYieldDue()).toBe(true);
  // Another work that begins only now shares the turn.
  expect(isYieldDue()).toBe(true);
  await nextCheck();
  await nextCheck();
  expect(isYieldDue()).toBe(false);
});
