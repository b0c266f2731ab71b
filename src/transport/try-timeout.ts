import { CancelToken } from './cancel-token.js';
import { Timer } from './clock.js';
import { noAnswerFailure } from './deadline.js';
import type { Interceptor, TryTimeout, UpstreamRequest } from './exchange.js';

/** One try of a request, and the signal of it: it is aborted when its time is up, and fails as `timeout` then. */
export abstract class TimedTry extends CancelToken implements TryTimeout {
  readonly #request: UpstreamRequest;
  readonly #milliseconds: number;
  #mayHaveBeenSent = false;
  #timer: Timer | undefined;

  constructor(request: UpstreamRequest, milliseconds: number) {
    super(request.callOptions.signal);
    this.#request = request;
    this.#milliseconds = milliseconds;
  }

  /** Asked when the time is up: a try that no other may follow goes on to the deadline. */
  protected abstract mayGiveUp(): boolean;

  /** The request as this try sends it, held by `failedAttempt`. */
  toRequest(failedAttempt: UpstreamRequest['failedAttempt']): UpstreamRequest {
    const request = this.#request;
    const onSent = (): void => {
      this.#mayHaveBeenSent = true;
      request.onSent?.();
    };
    return {
      ...request,
      callOptions: { ...request.callOptions, signal: this },
      onSent,
      tryTimeout: this,
      failedAttempt,
    };
  }

  start(upstream: string): void {
    this.#timer = new Timer(this.#milliseconds, () => {
      if (!this.mayGiveUp()) return;
      this.abort(noAnswerFailure(upstream, this.#request, this.#milliseconds, this.#mayHaveBeenSent));
    });
  }

  end(): void {
    this.#timer?.stop();
    this.detach();
  }
}

/** Lets the time of a try begin: not before it has its slot. */
export function startTryTimeout({ upstream }: { readonly upstream: string }): Interceptor {
  return (next) => (request) => {
    request.tryTimeout?.start(upstream);
    return next(request);
  };
}

/**
 * Sends a request once more if it has no answer in this time; for requests that change nothing and that no other
 * interceptor repeats.
 */
export function resendOnTimeout(upstream: string, milliseconds: number): Interceptor {
  return (next) => async (request) => {
    const firstTry = new FirstTry(request, milliseconds);
    try {
      firstTry.start(upstream);
      return await next(firstTry.toRequest(request.failedAttempt));
    } catch (error) {
      if (!firstTry.isTimedOut || request.callOptions.signal?.aborted) throw error;
      return await next(request);
    } finally {
      firstTry.end();
    }
  };
}

class FirstTry extends TimedTry {
  isTimedOut = false;

  protected mayGiveUp(): boolean {
    return (this.isTimedOut = true);
  }
}
