import { onAbort } from './abort.js';
import type { Interceptor, TryTimeout } from './exchange.js';
import { ProviderFailure } from './failure.js';

/** Gives up a try that takes longer than its `tryTimeout`: it fails as `timeout`, and everything below is aborted. */
export function applyTryTimeout({ upstream }: { readonly upstream: string }): Interceptor {
  return (next) => async (request) => {
    const { tryTimeout, callOptions, operation, onSent } = request;
    if (!tryTimeout) return next(request);
    const { milliseconds, mayGiveUp } = tryTimeout;
    const controller = new AbortController();
    let mayHaveBeenSent = false;
    const timer = setTimeout(() => {
      if (!mayGiveUp()) return;
      const message = `${operation} had no answer within ${milliseconds} ms`;
      controller.abort(new ProviderFailure(upstream, 'timeout', message, { sent: mayHaveBeenSent ? 'unknown' : 'no' }));
    }, milliseconds);
    const release = onAbort(callOptions.signal, (reason) => {
      controller.abort(reason);
    });
    const requestWithTimeout = {
      ...request,
      onSent: (): void => {
        mayHaveBeenSent = true;
        onSent?.();
      },
      callOptions: { ...callOptions, signal: controller.signal },
    };
    try {
      return await next(requestWithTimeout);
    } finally {
      clearTimeout(timer);
      release();
    }
  };
}

/**
 * Sends a request once more if it has no answer in this time; for requests that change nothing and that no other
 * interceptor repeats.
 */
export function resendOnTimeout(milliseconds: number, timeout: Interceptor): Interceptor {
  return (next) => {
    const nextWithTimeout = timeout(next);
    return async (request) => {
      const firstTry = { isTimedOut: false };
      const tryTimeout: TryTimeout = { milliseconds, mayGiveUp: () => (firstTry.isTimedOut = true) };
      try {
        return await nextWithTimeout({ ...request, tryTimeout });
      } catch (error) {
        if (!firstTry.isTimedOut || request.callOptions.signal?.aborted) throw error;
        return next(request);
      }
    };
  };
}
