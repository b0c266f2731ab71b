import { reasonOf, type CancelSignal } from './cancel-token.js';

export { reasonOf } from './cancel-token.js';

/** Calls back once when the signal aborts, at once if it has; the function that it returns takes that back. */
export function onAbort(signal: CancelSignal | undefined, callback: (reason: Error) => void): () => void {
  if (!signal) return doNothing;
  const listener = (): void => {
    signal.removeEventListener('abort', listener);
    callback(reasonOf(signal));
  };
  if (signal.aborted) {
    callback(reasonOf(signal));
    return doNothing;
  }
  signal.addEventListener('abort', listener);
  return () => {
    signal.removeEventListener('abort', listener);
  };
}

function doNothing(): void {
  // There is nothing to take back.
}

/** What the work gives, or the signal's reason if that aborts first. The work itself goes on: it must hear the signal. */
export function raceWithAbort<T>(work: Promise<T>, signal: CancelSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const release = onAbort(signal, reject);
    work.then(
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
}

/** What was thrown, as an Error: nothing here throws anything else. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error('something else than an error was thrown', { cause: thrown });
}
