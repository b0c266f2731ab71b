import { onAbort, reasonOf, toError } from './abort.js';
import { CancelToken, type CancelSignal } from './cancel-token.js';

/** Work in progress that several callers may wait for. */
export interface InFlight<T> {
  /** Its outcome, or this signal's reason. The work is aborted when the last caller has stopped waiting. */
  readonly join: (signal: CancelSignal | undefined) => Promise<T>;
  /** Aborts the work for all who wait. */
  readonly abort: (reason: Error) => void;
}

/**
 * Starts work that callers may join. `onEnd` is called once, when the work is over or abandoned; it must not be joined
 * after that.
 */
export function startInFlight<T>(work: (signal: CancelSignal) => Promise<T>, onEnd: () => void): InFlight<T> {
  const token = new CancelToken();
  let waiterCount = 0;
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    onEnd();
  };
  const outcome = work(token);
  // Registered before the first join, so that `onEnd` has run when a caller gets the outcome.
  outcome.then(end, end);
  return {
    join: (signal) => {
      waiterCount += 1;
      if (signal?.aborted) {
        leave(reasonOf(signal));
        return Promise.reject(reasonOf(signal));
      }
      return new Promise((resolve, reject) => {
        const release = onAbort(signal, (reason) => {
          leave(reason);
          reject(reason);
        });
        outcome.then(
          (value) => {
            release();
            resolve(value);
          },
          (error: unknown) => {
            release();
            reject(toError(error));
          },
        );
      });
    },
    abort: (reason) => {
      end();
      token.abort(reason);
    },
  };

  function leave(reason: Error): void {
    waiterCount -= 1;
    if (waiterCount > 0) return;
    end();
    token.abort(reason);
  }
}
