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
  readonly note: (request: UpstreamRequest, response: UpstreamResponse) => void;
}

interface Pause {
  /** Monotonic milliseconds. */
  until: number;
  /** Of the answer that asked for it. */
  status: number;
}

/** Longer pauses are mistakes, and nobody would see their end. */
const MAX_PAUSE_MS = 24 * 60 * 60 * 1000;

/**
 * An answer with 429 or 503 that says when to come again speaks to all callers, not only to the one who got it: until
 * then nothing is sent. Where callers bring their own credentials, it speaks to those with the same one.
 */
export function heedRetryAfter(options: HeedRetryAfterOptions): RetryAfterInterceptors {
  const { upstream, timeoutMs, now = monotonicClock, wallNow = wallClock, sleep = realSleep } = options;
  const ofAll: Pause = { until: 0, status: 0 };
  const byAccount = new WeakMap<object, Pause>();
  const pauseOf = ({ account }: UpstreamRequest): Pause => {
    if (!account) return ofAll;
    const pause = byAccount.get(account) ?? { until: 0, status: 0 };
    byAccount.set(account, pause);
    return pause;
  };

  const hold = async (request: UpstreamRequest, pause: Pause): Promise<void> => {
    const { operation, deadlineAt, callOptions } = request;
    // It may be prolonged while they wait.
    for (let waitedFor = 0; waitedFor < pause.until;) {
      const from = now();
      const restMs = Math.ceil(pause.until - from);
      if (restMs <= 0) return;
      if (from + restMs >= (deadlineAt ?? from + timeoutMs)) {
        const kind = pause.status === 429 ? 'rate-limited' : 'unavailable';
        const message = `${operation} was not sent: the upstream asked for a pause`;
        throw new NotAskedFailure(upstream, kind, message, { sent: 'no', retryAfterMs: restMs });
      }
      waitedFor = pause.until;
      // A timer may fire a fraction of a millisecond early.
      await sleep(restMs + 1, callOptions.signal);
    }
  };

  return {
    wait: (next) => (request) => {
      const pause = pauseOf(request);
      if (pause.until === 0) return next(request);
      if (now() >= pause.until) {
        pause.until = 0;
        return next(request);
      }
      return hold(request, pause).then(() => next(request));
    },
    note: (request, response) => {
      const { status } = response;
      if (status !== 429 && status !== 503) return;
      const pauseMs = Math.min(retryAfterMs(response, wallNow) ?? 0, MAX_PAUSE_MS);
      const until = now() + pauseMs;
      const pause = pauseOf(request);
      if (pauseMs === 0 || until <= pause.until) return;
      pause.until = until;
      pause.status = status;
    },
  };
}
