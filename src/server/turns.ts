import { isYieldDue } from '../transport/yield.js';

/** For how long requests are begun in one turn of the event loop, what else happens in it included. */
const STRETCH_MS = 1;

const waiting: Array<() => void> = [];
let isScheduled = false;
/** When the wait for the next turn began. */
let turnBeganAt = 0;

/**
 * Lets a request wait for its turn where the event loop is busy; undefined where it can begin at once. What has begun is
 * finished first: begun all at once, each request would keep what it has read in memory for as long as all of them take, and
 * collecting the garbage would cost as much as the work. However busy the loop is, each of its turns begins one.
 */
export function awaitTurn(): Promise<void> | undefined {
  if (!isScheduled && !isYieldDue()) return undefined;
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (isScheduled) return;
    isScheduled = true;
    scheduleNext();
  });
}

function scheduleNext(): void {
  turnBeganAt = performance.now();
  setImmediate(beginSome);
}

function beginSome(): void {
  waiting.shift()?.();
  // Ticks that a microtask schedules run after all microtasks: the request that was just begun waits for upstreams by then.
  queueMicrotask(() => {
    process.nextTick(goOn);
  });
}

function goOn(): void {
  if (waiting.length === 0) isScheduled = false;
  else if (performance.now() - turnBeganAt < STRETCH_MS) beginSome();
  else scheduleNext();
}
