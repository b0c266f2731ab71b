import { reasonOf, toError } from './abort.js';
import { AttemptCounts } from './attempt-counts.js';
import { CancelToken, type CancelSignal } from './cancel-token.js';
import { monotonicClock, Timer, type Now } from './clock.js';
import type { Interceptor, UpstreamRequest } from './exchange.js';
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
    return new Promise((resolve, reject) => {
      const startedAt = now();
      const deadlineAt = Math.min(startedAt + timeoutMs, request.deadlineAt ?? Infinity);
      const call = new TimedCall(signal, reject);
      call.timer = new Timer(deadlineAt - startedAt, () => {
        call.abort(noAnswerFailure(upstream, request, timeoutMs, call.mayHaveBeenSent));
      });
      // All members, most of them undefined: what copies it below only has other values, and a copy that gains members
      // takes several times the memory.
      const timed: UpstreamRequest = {
        operation: request.operation,
        method: request.method,
        path: request.path,
        headers: request.headers,
        body: request.body,
        effect: request.effect,
        callOptions: { ...request.callOptions, signal: call },
        deadlineAt,
        attemptCounts: new AttemptCounts(request.operation),
        failedAttempt: request.failedAttempt,
        tryTimeout: request.tryTimeout,
        stream: request.stream,
        account: request.account,
        onSent: () => {
          call.mayHaveBeenSent = true;
          request.onSent?.();
        },
      };
      next(timed).then(
        (response) => {
          call.end();
          resolve(response);
        },
        (error: unknown) => {
          call.end();
          reject(toError(error));
        },
      );
    });
  };
}

/** A call that is given up by itself, since what is below may react slowly to its signal, or not at all. */
class TimedCall extends CancelToken {
  timer: Timer | undefined;
  mayHaveBeenSent = false;
  readonly #reject: (reason: Error) => void;

  constructor(parent: CancelSignal | undefined, reject: (reason: Error) => void) {
    super(parent);
    this.#reject = reject;
  }

  override abort(reason: Error): void {
    this.end();
    this.#reject(reason);
    super.abort(reason);
  }

  end(): void {
    this.timer?.stop();
    this.detach();
  }
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
