import { onAbort, orAborted, reasonOf } from './abort.js';

/** Work under way that several may wait for. */
export interface Flight<T> {
  /** Its outcome, or this signal's reason; the work is aborted when the last who waited has left. */
  readonly join: (signal: AbortSignal | undefined) => Promise<T>;
}

/** Starts work for whoever joins; `landed` is called once, when it is over or abandoned: do not join after that. */
export function startFlight<T>(work: (signal: AbortSignal) => Promise<T>, landed: () => void): Flight<T> {
  const abandoning = new AbortController();
  let waiting = 0;
  let over = false;
  const end = (): void => {
    if (over) return;
    over = true;
    landed();
  };
  const outcome = work(abandoning.signal);
  // Registered before anybody joins: whoever is told the outcome finds the flight gone already.
  outcome.then(end, end);
  return {
    join: async (signal) => {
      waiting += 1;
      const release = onAbort(signal, (reason) => {
        waiting -= 1;
        if (waiting > 0) return;
        end();
        abandoning.abort(reason);
      });
      try {
        if (signal?.aborted) throw reasonOf(signal);
        return await orAborted(outcome, signal);
      } finally {
        release();
      }
    },
  };
}
