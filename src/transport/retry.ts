import { createRetryBudget, type RetryBudget } from './retry-budget.js';
import { monotonicClock, sleep as realSleep, wallClock, type Now, type Sleep } from './clock.js';
import type { Interceptor, UpstreamRequest, UpstreamResponse } from './exchange.js';
import { NotAskedFailure, ProviderFailure } from './failure.js';
import { FailedAttempt } from './failed-attempt.js';
import { retryAfterMs } from './retry-after.js';
import { TimedTry } from './try-timeout.js';

/** How reads of an upstream are repeated. */
export interface RetryPolicy {
  /** How often a read is sent at most, the first try included; default 3. */
  readonly tries?: number | undefined;
  /** How long one try of a read may take while another may follow; without it a try has no limit of its own. */
  readonly tryTimeoutMs?: number | undefined;
}

export interface RetryOptions extends RetryPolicy {
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
 * Sends `reads` up to three times, and `replaces` once more if the first try certainly did nothing. Where a repeat does
 * not fit the deadline or the retry budget, the outcome of the last try is the result; for the budget, its attempt says
 * so. A try of a read that has no answer in its time is given up for the next one; a write is never given up for that.
 */
export function retry(options: RetryOptions = {}): Interceptor {
  const { sleep = realSleep, random = Math.random, now = monotonicClock, wallNow = wallClock } = options;
  const { tries: maxTries = Infinity, tryTimeoutMs } = options;
  const budget = createRetryBudget(now);

  // Full jitter: calls that failed together are not repeated together.
  const delayAfter = (outcome: TryOutcome, tryNumber: number): number => {
    const isRateLimited = outcome.status === 429;
    const pause = random() * Math.min(CAP_MS, (isRateLimited ? RATE_LIMITED_BASE_MS : BASE_MS) * 2 ** (tryNumber - 1));
    // Of a failure it is the pause of its log-in.
    const requestedMs = outcome instanceof ProviderFailure ? outcome.retryAfterMs : retryAfterMs(outcome, wallNow);
    return Math.max(pause, requestedMs ?? 0);
  };

  return (next) => {
    const send = (
      request: UpstreamRequest,
      effect: keyof typeof RETRY_POLICIES,
      tryNumber: number,
    ): Promise<UpstreamResponse> => {
      const { isTransient, tries: usualTries } = RETRY_POLICIES[effect];
      const tries = effect === 'reads' && maxTries < Infinity ? maxTries : Math.min(maxTries, usualTries);
      const { callOptions, deadlineAt = Infinity } = request;
      const hasTryTimeout = tryTimeoutMs !== undefined && effect === 'reads' && tryNumber < tries;
      const tryTimeout = hasTryTimeout ? new RepeatableTry(request, tryTimeoutMs, budget, now) : undefined;
      const failedAttempt = callOptions.onAttempt && new FailedAttempt(request, isTransientStatus);

      const settle = (outcome: TryOutcome): UpstreamResponse | Promise<UpstreamResponse> => {
        tryTimeout?.end();
        const pause = isTransient(outcome) && tryNumber < tries ? delayAfter(outcome, tryNumber) : undefined;
        if (pause !== undefined && now() + pause < deadlineAt) {
          if (tryTimeout?.isGivenUp || budget.tryWithdraw()) {
            failedAttempt?.report();
            return sleep(pause, callOptions.signal).then(() => send(request, effect, tryNumber + 1));
          }
          failedAttempt?.report({ retryBudgetExhausted: true });
        }
        failedAttempt?.report();
        if (outcome instanceof ProviderFailure) throw outcome;
        return outcome;
      };
      const tried = tryTimeout?.toRequest(failedAttempt) ?? { ...request, failedAttempt };
      return next(tried).then(settle, (error: unknown) => {
        const isTimedOut = tryTimeout?.isGivenUp === true;
        if (isTransientError(error, isTimedOut) && !callOptions.signal?.aborted) return settle(error);
        tryTimeout?.end();
        failedAttempt?.report();
        throw error;
      });
    };

    return (request) => {
      // The effect decides and never the method: a GET may start a campaign.
      if (request.effect === 'acts') return next(request);
      budget.deposit();
      return send(request, request.effect, 1);
    };
  };
}

/** A try that may be given up for the next one; the repeat is then withdrawn from the budget already. */
class RepeatableTry extends TimedTry {
  isGivenUp = false;
  readonly #deadlineAt: number;
  readonly #budget: RetryBudget;
  readonly #now: Now;

  constructor(request: UpstreamRequest, milliseconds: number, budget: RetryBudget, now: Now) {
    super(request, milliseconds);
    this.#deadlineAt = request.deadlineAt ?? Infinity;
    this.#budget = budget;
    this.#now = now;
  }

  protected mayGiveUp(): boolean {
    return this.#now() < this.#deadlineAt && (this.isGivenUp = this.#budget.tryWithdraw());
  }
}

/** Null: no answer came. */
function isTransientStatus(status: number | null): boolean {
  return status === null || RETRYABLE_STATUSES.has(status);
}

function isTransientError(error: unknown, isTimedOut: boolean): error is ProviderFailure {
  if (error instanceof NotAskedFailure || !(error instanceof ProviderFailure)) return false;
  return error.kind === 'unavailable' || isTimedOut;
}
