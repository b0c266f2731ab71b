import { onAbort, raceWithAbort, reasonOf } from './abort.js';

/** Work under way that several may wait for. */
export interface InFlight<T> {
  /** Its outcome, or this signal's reason; the work is aborted when the last who waited has left. */
  readonly join: (signal: AbortSignal | undefined) => Promise<T>;
}

/** Starts work for whoever joins; `landed` is called once, when it is over or abandoned: do not join after that. */
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
  // Registered before anybody joins: whoever is told the outcome finds the flight gone already.
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
