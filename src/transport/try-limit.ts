import { onAbort } from './abort.js';
import type { Interceptor, TryLimit } from './exchange.js';
import { ProviderFailure } from './failure.js';

/** Gives up a try that takes longer than its `tryLimit`: a `late` failure, and an abort to everything below. */
export function limitTries({ upstream }: { readonly upstream: string }): Interceptor {
  return (next) => async (request) => {
    const { tryLimit, asking, operation, onSent } = request;
    if (!tryLimit) return next(request);
    const { milliseconds, mayGiveUp } = tryLimit;
    const ending = new AbortController();
    let left = false;
    const timer = setTimeout(() => {
      if (!mayGiveUp()) return;
      const message = `${operation} had no answer within ${milliseconds} ms`;
      ending.abort(new ProviderFailure(upstream, 'timeout', message, { sent: left ? 'unknown' : 'no' }));
    }, milliseconds);
    const release = onAbort(asking.signal, (reason) => {
      ending.abort(reason);
    });
    const limited = {
      ...request,
      onSent: (): void => {
        left = true;
        onSent?.();
      },
      asking: { ...asking, signal: ending.signal },
    };
    try {
      return await next(limited);
    } finally {
      clearTimeout(timer);
      release();
    }
  };
}

/** Sends once more what had no answer in this time; for requests that change nothing and that no other link repeats. */
export function repeatLost(milliseconds: number, limit: Interceptor): Interceptor {
  return (next) => {
    const limited = limit(next);
    return async (request) => {
      const first = { isLost: false };
      const tryLimit: TryLimit = { milliseconds, mayGiveUp: () => (first.isLost = true) };
      try {
        return await limited({ ...request, tryLimit });
      } catch (error) {
        if (!first.isLost || request.asking.signal?.aborted) throw error;
        return next(request);
      }
    };
  };
}
