import { performance } from 'node:perf_hooks';

/** So long do those who wait here work in one turn of the event loop, all together. */
const AT_A_STRETCH_MS = 2;

const waiting: Array<() => void> = [];
let isOrdered = false;

/**
 * Lets others have their turn before one goes on with a long work, of which each piece takes a millisecond or so. However
 * many are at such work, they go on one after another, and hold the loop for two milliseconds and a piece together: a
 * turn of the loop for each piece would cost more than small pieces do.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (isOrdered) return;
    isOrdered = true;
    setImmediate(giveTurns);
  });
}

function giveTurns(): void {
  const end = performance.now() + AT_A_STRETCH_MS;
  const give = (): void => {
    waiting.shift()?.();
    // Ticks that a microtask orders come when all microtasks are done: the piece of whoever was just woken is among them.
    queueMicrotask(() => {
      process.nextTick(goOn);
    });
  };
  const goOn = (): void => {
    if (waiting.length === 0) isOrdered = false;
    else if (performance.now() < end) give();
    else setImmediate(giveTurns);
  };
  give();
}
