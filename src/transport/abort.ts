/** Why a signal aborted, as an Error. */
export function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new Error('aborted', { cause: reason });
}

/** Calls back once when the signal aborts, at once if it has; the function that it returns takes that back. */
export function onAbort(signal: AbortSignal | undefined, callback: (reason: Error) => void): () => void {
  if (!signal) return () => undefined;
  const listener = (): void => {
    callback(reasonOf(signal));
  };
  if (signal.aborted) listener();
  else signal.addEventListener('abort', listener, { once: true });
  return () => {
    signal.removeEventListener('abort', listener);
  };
}

/** What the work gives, or the signal's reason if that aborts first. The work itself goes on: it must hear the signal. */
export function raceWithAbort<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const release = onAbort(signal, reject);
    work.then(resolve, reject).finally(release);
  });
}
