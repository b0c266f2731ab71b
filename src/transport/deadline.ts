import { onAbort, orAborted, reasonOf } from './abort.js';
import { monotonic, type Now } from './clock.js';
import type { Interceptor } from './exchange.js';
import { ProviderFailure } from './failure.js';

export interface DeadlineOptions {
  readonly upstream: string;
  /** For the whole call: its waits, repeats and log-in. */
  readonly timeoutMs: number;
  readonly now?: Now;
}

/**
 * Gives up a call that takes too long: a `late` failure to whoever asked, an abort to everything below. A request that
 * has a deadline already keeps it where it falls earlier.
 */
export function deadline({ upstream, timeoutMs, now = monotonic }: DeadlineOptions): Interceptor {
  return (next) => async (request) => {
    const { signal } = request.asking;
    if (signal?.aborted) throw reasonOf(signal);
    const ending = new AbortController();
    let left = false;
    const begun = now();
    const until = Math.min(begun + timeoutMs, request.until ?? Infinity);
    const timer = setTimeout(() => {
      const message = `${request.operation} had no answer within ${timeoutMs} ms`;
      ending.abort(new ProviderFailure(upstream, 'timeout', message, { sent: left ? 'unknown' : 'no' }));
    }, until - begun);
    const release = onAbort(signal, (reason) => {
      ending.abort(reason);
    });
    const limited = {
      ...request,
      until,
      sendings: new Map<string, number>(),
      onSent: (): void => {
        left = true;
        request.onSent?.();
      },
      asking: { ...request.asking, signal: ending.signal },
    };
    try {
      // Not only the signal: the next link may be slow to hear it, or deaf.
      return await orAborted(next(limited), ending.signal);
    } finally {
      clearTimeout(timer);
      release();
    }
  };
}
