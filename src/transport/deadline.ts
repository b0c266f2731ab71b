import { onAbort, reasonOf, toError } from './abort.js';
import { AttemptCounts } from './attempt-counts.js';
import { CancelToken } from './cancel-token.js';
import { monotonicClock, type Now } from './clock.js';
import type { Interceptor, UpstreamRequest, UpstreamResponse } from './exchange.js';
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
  return (next) => (request) => {
    const { signal } = request.callOptions;
    if (signal?.aborted) return Promise.reject(reasonOf(signal));
    return new Promise<UpstreamResponse>((resolve, reject) => {
      const token = new CancelToken(signal);
      let mayHaveBeenSent = false;
      const startedAt = now();
      const deadlineAt = Math.min(startedAt + timeoutMs, request.deadlineAt ?? Infinity);
      const timer = setTimeout(() => {
        token.abort(noAnswerFailure(upstream, request, timeoutMs, mayHaveBeenSent));
      }, deadlineAt - startedAt);
      const end = (): void => {
        clearTimeout(timer);
        token.detach();
      };
      // The token alone is not enough: the next interceptor may react to it slowly or not at all.
      onAbort(token, (reason) => {
        end();
        reject(reason);
      });
      const requestWithDeadline = {
        ...request,
        deadlineAt,
        attemptCounts: new AttemptCounts(request.operation),
        onSent: (): void => {
          mayHaveBeenSent = true;
          request.onSent?.();
        },
        callOptions: { ...request.callOptions, signal: token },
      };
      next(requestWithDeadline).then(
        (response) => {
          end();
          resolve(response);
        },
        (error: unknown) => {
          end();
          reject(toError(error));
        },
      );
    });
  };
}

/** Why a call was given up whose time was over. */
export function noAnswerFailure(
  upstream: string,
  { operation }: UpstreamRequest,
  milliseconds: number,
  mayHaveBeenSent: boolean,
): ProviderFailure {
  const message = `${operation} had no answer within ${milliseconds} ms`;
  return new ProviderFailure(upstream, 'timeout', message, { sent: mayHaveBeenSent ? 'unknown' : 'no' });
}
