import { createRetryBudget } from './retry-budget.js';
import { monotonicClock, sleep as realSleep, wallClock, type Now, type Sleep } from './clock.js';
import type { Exchange, Interceptor, UpstreamRequest, UpstreamResponse } from './exchange.js';
import { ProviderFailure } from './failure.js';
import { retryAfterMs } from './retry-after.js';

export interface RetryOptions {
  /** Tries of a read, the first included; default 3. */
  readonly tries?: number | undefined;
  /** How long a try of a read may take where another may follow; default: as long as it likes. */
  readonly tryTimeoutMs?: number | undefined;
  readonly sleep?: Sleep;
  /** From 0 to below 1. */
  readonly random?: () => number;
  readonly now?: Now;
  readonly wallNow?: Now;
}

type TryOutcome = UpstreamResponse | ProviderFailure;

const RETRYABLE_STATUSES: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);
/** Whole answers that say that nothing was done. */
const NOT_PROCESSED_STATUSES: ReadonlySet<number> = new Set([429, 503]);

const RETRY_POLICIES = {
  reads: {
    tries: 3,
    isTransient: (outcome: TryOutcome) => outcome instanceof ProviderFailure || RETRYABLE_STATUSES.has(outcome.status),
  },
  replaces: {
    tries: 2,
    isTransient: (outcome: TryOutcome) =>
      outcome instanceof ProviderFailure ? outcome.sent === 'no' : NOT_PROCESSED_STATUSES.has(outcome.status),
  },
} as const;

const BASE_MS = 50;
const RATE_LIMITED_BASE_MS = 1000;
const CAP_MS = 2000;

/**
 * Tries `reads` up to three times, and what `replaces` once more where the first try surely did nothing; gives the
 * answer up as it is where a repeat fits neither deadline nor budget. A try of a read that is not answered in its time is
 * given up for the next one; what changes something is never given up for that.
 */
export function retry(options: RetryOptions = {}): Interceptor {
  const { sleep = realSleep, random = Math.random, now = monotonicClock, wallNow = wallClock } = options;
  const { tries: maxTries = Infinity, tryTimeoutMs } = options;
  const budget = createRetryBudget(now);

  // Full jitter: whoever failed together does not come back together.
  const delayAfter = (outcome: TryOutcome, tryNumber: number): number => {
    const isRateLimited = outcome.status === 429;
    const pause = random() * Math.min(CAP_MS, (isRateLimited ? RATE_LIMITED_BASE_MS : BASE_MS) * 2 ** (tryNumber - 1));
    const requestedMs = outcome instanceof ProviderFailure ? undefined : retryAfterMs(outcome, wallNow);
    return Math.max(pause, requestedMs ?? 0);
  };

  return (next) => async (request) => {
    // Asks the effect and never the method: a GET may start a campaign.
    if (request.effect === 'acts') return next(request);
    const { isTransient, ...policy } = RETRY_POLICIES[request.effect];
    const tries = request.effect === 'reads' && maxTries < Infinity ? maxTries : Math.min(maxTries, policy.tries);
    const isBeforeDeadline = (moment: number): boolean => moment < (request.deadlineAt ?? Infinity);
    budget.deposit();
    for (let tried = 1; ; tried += 1) {
      // What this try was given up for: the next one, which the budget allows.
      const nextTry = { isWithdrawn: false };
      const hasTryTimeout = tryTimeoutMs !== undefined && request.effect === 'reads' && tried < tries;
      const mayGiveUp = (): boolean => isBeforeDeadline(now()) && (nextTry.isWithdrawn = budget.tryWithdraw());
      const timeout = hasTryTimeout ? { tryTimeout: { milliseconds: tryTimeoutMs, mayGiveUp } } : {};
      const outcome = await tryOnce(next, { ...request, ...timeout }, () => nextTry.isWithdrawn);
      if (isTransient(outcome)) {
        const pause = delayAfter(outcome, tried);
        if (tried < tries && isBeforeDeadline(now() + pause) && (nextTry.isWithdrawn || budget.tryWithdraw())) {
          await sleep(pause, request.callOptions.signal);
          continue;
        }
      }
      if (outcome instanceof ProviderFailure) throw outcome;
      return outcome;
    }
  };
}

async function tryOnce(next: Exchange, request: UpstreamRequest, isGivenUp: () => boolean): Promise<TryOutcome> {
  try {
    return await next(request);
  } catch (error) {
    const isTransient = error instanceof ProviderFailure && (error.kind === 'unavailable' || isGivenUp());
    if (!isTransient || request.callOptions.signal?.aborted) throw error;
    return error;
  }
}
