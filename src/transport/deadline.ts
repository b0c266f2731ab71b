import { onAbort, raceWithAbort, reasonOf } from './abort.js';
import { monotonicClock, type Now } from './clock.js';
import type { Interceptor } from './exchange.js';
import { ProviderFailure } from './failure.js';

export interface DeadlineOptions {
  readonly upstream: string;
  /** For the whole call: its waits, repeats and log-in. */
  readonly timeoutMs: number;
  readonly now?: Now;
}

/**
 * Gives up a call that takes too long: the caller gets a `timeout` failure, and everything below is aborted. A request
 * that has an earlier deadline already keeps it.
 */
export function deadline({ upstream, timeoutMs, now = monotonicClock }: DeadlineOptions): Interceptor {
  return (next) => async (request) => {
    const { signal } = request.callOptions;
    if (signal?.aborted) throw reasonOf(signal);
    const controller = new AbortController();
    let mayHaveBeenSent = false;
    const startedAt = now();
    const deadlineAt = Math.min(startedAt + timeoutMs, request.deadlineAt ?? Infinity);
    const timer = setTimeout(() => {
      const message = `${request.operation} had no answer within ${timeoutMs} ms`;
      controller.abort(new ProviderFailure(upstream, 'timeout', message, { sent: mayHaveBeenSent ? 'unknown' : 'no' }));
    }, deadlineAt - startedAt);
    const release = onAbort(signal, (reason) => {
      controller.abort(reason);
    });
    const requestWithDeadline = {
      ...request,
      deadlineAt: deadlineAt,
      attemptCounts: new Map<string, number>(),
      onSent: (): void => {
        mayHaveBeenSent = true;
        request.onSent?.();
      },
      callOptions: { ...request.callOptions, signal: controller.signal },
    };
    try {
      // The signal alone is not enough: the next interceptor may react to it slowly or not at all.
      return await raceWithAbort(next(requestWithDeadline), controller.signal);
    } finally {
      clearTimeout(timer);
      release();
    }
  };
}
