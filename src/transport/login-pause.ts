import type { Now } from './clock.js';
import { ProviderFailure } from './failure.js';

export interface LoginPauseOptions {
  /** The longest that a call may take. */
  readonly timeoutMs: number;
  readonly now: Now;
}

/** Keeps a log-in that failed from being sent again with each request. */
export interface LoginPause {
  /** The failure of a log-in that began then, as those who waited for it get it. */
  readonly begin: (failure: ProviderFailure, startedAt: number) => ProviderFailure;
  /** What a call fails with that needs a log-in now; undefined: it may be sent. */
  readonly refusal: () => ProviderFailure | undefined;
  /** A log-in succeeded. */
  readonly end: () => void;
}

/** The failure of an earlier log-in, for a call that sent none: it says nothing new of the upstream. */
export class LoginPausedFailure extends ProviderFailure {}

/** Wrong credentials do not become right in a moment, and a provider may lock them. */
const REJECTED_MS = 30_000;
const FIRST_MS = 1000;
const MAX_MS = 30_000;

/**
 * A refused log-in is not sent again for 30 seconds. One that failed on the server's side is not for a second, and each
 * time for twice as long. That counts from its start and ends with the deadline of one call: whoever asks so long
 * after a fault was healed is answered. A log-in that hung begins no pause, as it took that time already, nor does a
 * broken connection, as a second try often gets through.
 */
export function createLoginPause({ timeoutMs, now }: LoginPauseOptions): LoginPause {
  let latest: ProviderFailure | undefined;
  let until = 0;
  let failedTimes = 0;

  const pauseEnd = (failure: ProviderFailure, startedAt: number): number => {
    if (failure.kind === 'auth') return now() + REJECTED_MS;
    const isBroken = failure.kind === 'unavailable' && failure.status === undefined;
    if (isBroken || failure.kind === 'timeout') return 0;
    const pauseMs = Math.min(FIRST_MS * 2 ** failedTimes, MAX_MS, timeoutMs);
    failedTimes += 1;
    // What the provider asks for itself is kept in full.
    return Math.max(startedAt + pauseMs, now() + (failure.retryAfterMs ?? 0));
  };

  return {
    begin: (failure, startedAt) => {
      until = pauseEnd(failure, startedAt);
      const restMs = until - now();
      latest = restMs > 0 ? failure : undefined;
      return latest && failure.kind !== 'auth' ? copyWithRest(failure, restMs, ProviderFailure) : failure;
    },
    refusal: () => {
      if (!latest) return undefined;
      const restMs = until - now();
      // A clock that was set back must not prolong it.
      if (restMs <= 0 || restMs > Math.max(REJECTED_MS, latest.retryAfterMs ?? 0)) {
        latest = undefined;
        return undefined;
      }
      return latest.kind === 'auth' ? latest : copyWithRest(latest, restMs, LoginPausedFailure);
    },
    end: () => {
      latest = undefined;
      failedTimes = 0;
    },
  };
}

function copyWithRest(
  { upstream, kind, message, status, cause }: ProviderFailure,
  restMs: number,
  Failure: typeof ProviderFailure,
): ProviderFailure {
  return new Failure(upstream, kind, message, { status, retryAfterMs: Math.ceil(restMs), sent: 'no', cause });
}
