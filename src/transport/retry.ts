import { createBudget } from './budget.js';
import { monotonic, sleep as realSleep, wallClock, type Now, type Sleep } from './clock.js';
import type { Exchange, Interceptor, Request, Response } from './exchange.js';
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

type Outcome = Response | ProviderFailure;

const REPEATABLE: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);
/** Whole answers that say that nothing was done. */
const UNDONE: ReadonlySet<number> = new Set([429, 503]);

const PATIENCE = {
  reads: {
    tries: 3,
    isPassing: (outcome: Outcome) => outcome instanceof ProviderFailure || REPEATABLE.has(outcome.status),
  },
  replaces: {
    tries: 2,
    isPassing: (outcome: Outcome) =>
      outcome instanceof ProviderFailure ? outcome.sent === 'no' : UNDONE.has(outcome.status),
  },
} as const;

const BASE_MS = 50;
const THROTTLED_BASE_MS = 1000;
const CAP_MS = 2000;

/**
 * Tries `reads` up to three times, and what `replaces` once more where the first try surely did nothing; gives the
 * answer up as it is where a repeat fits neither deadline nor budget. A try of a read that is not answered in its time is
 * given up for the next one; what changes something is never given up for that.
 */
export function retry(options: RetryOptions = {}): Interceptor {
  const { sleep = realSleep, random = Math.random, now = monotonic, wallNow = wallClock } = options;
  const { tries: most = Infinity, tryTimeoutMs } = options;
  const budget = createBudget(now);

  // Full jitter: whoever failed together does not come back together.
  const pauseAfter = (outcome: Outcome, tried: number): number => {
    const throttled = outcome.status === 429;
    const pause = random() * Math.min(CAP_MS, (throttled ? THROTTLED_BASE_MS : BASE_MS) * 2 ** (tried - 1));
    const asked = outcome instanceof ProviderFailure ? undefined : retryAfterMs(outcome, wallNow);
    return Math.max(pause, asked ?? 0);
  };

  return (next) => async (request) => {
    // Asks the effect and never the method: a GET may start a campaign.
    if (request.effect === 'acts') return next(request);
    const { isPassing, ...patience } = PATIENCE[request.effect];
    const tries = request.effect === 'reads' && most < Infinity ? most : Math.min(most, patience.tries);
    const isInTime = (moment: number): boolean => moment < (request.until ?? Infinity);
    budget.earn();
    for (let tried = 1; ; tried += 1) {
      // What this try was given up for: the next one, which the budget allows.
      const repeat = { isPaid: false };
      const isLimited = tryTimeoutMs !== undefined && request.effect === 'reads' && tried < tries;
      const mayGiveUp = (): boolean => isInTime(now()) && (repeat.isPaid = budget.spend());
      const limits = isLimited ? { tryLimit: { milliseconds: tryTimeoutMs, mayGiveUp } } : {};
      const outcome = await attempt(next, { ...request, ...limits }, () => repeat.isPaid);
      if (isPassing(outcome)) {
        const pause = pauseAfter(outcome, tried);
        if (tried < tries && isInTime(now() + pause) && (repeat.isPaid || budget.spend())) {
          await sleep(pause, request.asking.signal);
          continue;
        }
      }
      if (outcome instanceof ProviderFailure) throw outcome;
      return outcome;
    }
  };
}

async function attempt(next: Exchange, request: Request, isGivenUp: () => boolean): Promise<Outcome> {
  try {
    return await next(request);
  } catch (error) {
    const passing = error instanceof ProviderFailure && (error.kind === 'unavailable' || isGivenUp());
    if (!passing || request.asking.signal?.aborted) throw error;
    return error;
  }
}
