import { CancelToken } from './cancel-token.js';
import { noAnswerFailure } from './deadline.js';
import type { Interceptor, TryTimeout } from './exchange.js';

/** Gives up a try that takes longer than its `tryTimeout`: it fails as `timeout`, and everything below is aborted. */
export function applyTryTimeout({ upstream }: { readonly upstream: string }): Interceptor {
  return (next) => (request) => {
    const { tryTimeout, callOptions, onSent } = request;
    if (!tryTimeout) return next(request);
    const { milliseconds } = tryTimeout;
    const token = new CancelToken(callOptions.signal);
    let mayHaveBeenSent = false;
    const timer = setTimeout(() => {
      if (tryTimeout.mayGiveUp()) token.abort(noAnswerFailure(upstream, request, milliseconds, mayHaveBeenSent));
    }, milliseconds);
    const requestWithTimeout = {
      ...request,
      onSent: (): void => {
        mayHaveBeenSent = true;
        onSent?.();
      },
      callOptions: { ...callOptions, signal: token },
    };
    const end = (): void => {
      clearTimeout(timer);
      token.detach();
    };
    return next(requestWithTimeout).then(
      (response) => {
        end();
        return response;
      },
      (error: unknown) => {
        end();
        throw error;
      },
    );
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
