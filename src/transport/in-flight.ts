import { onAbort, raceWithAbort, reasonOf } from './abort.js';

/** Work in progress that several callers may wait for. */
export interface InFlight<T> {
  /** Its outcome, or this signal's reason. The work is aborted when the last caller has stopped waiting. */
  readonly join: (signal: AbortSignal | undefined) => Promise<T>;
}

/**
 * Starts work that callers may join. `onEnd` is called once, when the work is over or abandoned; it must not be joined
 * after that.
 */
export function startInFlight<T>(work: (signal: AbortSignal) => Promise<T>, onEnd: () => void): InFlight<T> {
  const controller = new AbortController();
  let waiterCount = 0;
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    onEnd();
  };
  const outcome = work(controller.signal);
  // Registered before the first join, so that `onEnd` has run when a caller gets the outcome.
  outcome.then(end, end);
  return {
    join: async (signal) => {
      waiterCount += 1;
      const release = onAbort(signal, (reason) => {
        waiterCount -= 1;
        if (waiterCount > 0) return;
        end();
        controller.abort(reason);
      });
      try {
        if (signal?.aborted) throw reasonOf(signal);
        return await raceWithAbort(outcome, signal);
      } finally {
        release();
      }
    },
  };
}
