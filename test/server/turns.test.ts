import { expect, test } from 'vitest';

import { awaitTurn } from '../../src/server/turns.js';

/** In which turn of the event loop each of so many works began that hold it for so long. */
async function beginTogether(count: number, milliseconds: number): Promise<readonly number[]> {
  let turn = 0;
  let isOver = false;
  const countTurn = (): void => {
    turn += 1;
    if (!isOver) setImmediate(countTurn);
  };
  setImmediate(countTurn);
  const turns = await Promise.all(
    Array.from({ length: count }, async () => {
      const waited = awaitTurn();
      if (waited) await waited;
      for (const until = performance.now() + milliseconds; performance.now() < until;);
      return turn;
    }),
  );
  isOver = true;
  return turns;
}

test('requests that hold the event loop begin one after another, in their order, with others between them', async () => {
  const turns = await beginTogether(8, 3);
  // The first begins at once.
  expect(turns.slice(1)).toEqual(turns.slice(1).map((_, index) => (turns[1] ?? 0) + index));
});

test('requests that cost little begin together', async () => {
  expect(new Set(await beginTogether(1000, 0)).size).toBeLessThan(100);
});
