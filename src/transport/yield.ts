import { performance } from 'node:perf_hooks';

/** How long all callers together may work in one turn of the event loop. */
const MAX_STRETCH_MS = 2;

let turnBeganAt: number | undefined;

/**
 * Whether this turn of the event loop has lasted so long, since somebody first asked, that others should have theirs. A
 * pause after every piece would keep the rows of many requests in memory across turns, which costs a quarter of the time of
 * short lists.
 */
export function isYieldDue(): boolean {
  const now = performance.now();
  if (turnBeganAt !== undefined) return now - turnBeganAt > MAX_STRETCH_MS;
  turnBeganAt = now;
  setImmediate(endTurn);
  return false;
}

function endTurn(): void {
  turnBeganAt = undefined;
}

const waiters: Array<() => void> = [];
let isScheduled = false;

/**
 * Lets others have their turn before one goes on with a long work, of which each piece takes a millisecond or so. However
 * many are at such work, they go on one after another, and hold the loop for two milliseconds and a piece together: a
 * turn of the loop for each piece would cost more than small pieces do.
 */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    waiters.push(resolve);
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(resumeWaiters);
  });
}

function resumeWaiters(): void {
  const end = performance.now() + MAX_STRETCH_MS;
  const resumeNext = (): void => {
    waiters.shift()?.();
    // Ticks that a microtask schedules run after all microtasks, so the work of the caller that was just resumed is
    // done by then.
    queueMicrotask(() => {
      process.nextTick(continueOrReschedule);
    });
  };
  const continueOrReschedule = (): void => {
    if (waiters.length === 0) isScheduled = false;
    else if (performance.now() < end) resumeNext();
    else setImmediate(resumeWaiters);
  };
  resumeNext();
}
