import { monotonicClock, sleep as realSleep, wallClock, type Now, type Sleep } from './clock.js';
import type { Interceptor, UpstreamRequest, UpstreamResponse } from './exchange.js';
import { NotAskedFailure } from './failure.js';
import { retryAfterMs } from './retry-after.js';

export interface HeedRetryAfterOptions {
  readonly upstream: string;
  /** The longest that a call waits which has no deadline of its own. */
  readonly timeoutMs: number;
  /** Monotonic milliseconds. */
  readonly now?: Now;
  readonly wallNow?: Now;
  readonly sleep?: Sleep;
}

/** What keeps the pause that an upstream asks for. */
export interface RetryAfterInterceptors {
  /** Lets a call wait for the end of the pause, or refuses it at once where that comes after its deadline. */
  readonly wait: Interceptor;
  /** Reads in an answer whether the upstream asks for a pause. */
  readonly note: (response: UpstreamResponse) => void;
}

/** Longer pauses are mistakes, and nobody would see their end. */
const MAX_PAUSE_MS = 24 * 60 * 60 * 1000;

/**
 * An answer with 429 or 503 that says when to come again speaks to all callers, not only to the one who got it: until
 * then nothing is sent.
 */
export function heedRetryAfter(options: HeedRetryAfterOptions): RetryAfterInterceptors {
  const { upstream, timeoutMs, now = monotonicClock, wallNow = wallClock, sleep = realSleep } = options;
  let pausedUntil = 0;
  let pauseStatus = 0;

  const hold = async ({ operation, deadlineAt, callOptions: { signal } }: UpstreamRequest): Promise<void> => {
    // It may be prolonged while they wait.
    for (let waitedFor = 0; waitedFor < pausedUntil;) {
      const from = now();
      const restMs = Math.ceil(pausedUntil - from);
      if (restMs <= 0) return;
      if (from + restMs >= (deadlineAt ?? from + timeoutMs)) {
        const kind = pauseStatus === 429 ? 'rate-limited' : 'unavailable';
        const message = `${operation} was not sent: the upstream asked for a pause`;
        throw new NotAskedFailure(upstream, kind, message, { sent: 'no', retryAfterMs: restMs });
      }
      waitedFor = pausedUntil;
      // A timer may fire a fraction of a millisecond early.
      await sleep(restMs + 1, signal);
    }
  };

  return {
    wait: (next) => (request) => {
      if (pausedUntil === 0) return next(request);
      if (now() >= pausedUntil) {
        pausedUntil = 0;
        return next(request);
      }
      return hold(request).then(() => next(request));
    },
    note: (response) => {
      const { status } = response;
      if (status !== 429 && status !== 503) return;
      const pauseMs = Math.min(retryAfterMs(response, wallNow) ?? 0, MAX_PAUSE_MS);
      const until = now() + pauseMs;
      if (pauseMs === 0 || until <= pausedUntil) return;
      pausedUntil = until;
      pauseStatus = status;
    },
  };
}
