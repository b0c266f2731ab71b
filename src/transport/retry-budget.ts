import type { Now } from './clock.js';

/** How many repeats are allowed by the number of calls in the last ten seconds. */
export interface RetryBudget {
  readonly deposit: () => void;
  /** Takes one repeat; false if none is left. */
  readonly tryWithdraw: () => boolean;
}

const WINDOW_SECONDS = 10;
const RETRIES_PER_READ = 0.2;
const FREE_RETRIES = 3;

/**
 * Allows, within any ten seconds, one repeat for every five calls and three more, so that repeats do not burden a
 * server that is failing.
 */
export function createRetryBudget(now: Now): RetryBudget {
  // One bucket for each second, oldest first.
  let buckets: Array<{ second: number; reads: number; repeats: number }> = [];
  const currentBucket = (): { second: number; reads: number; repeats: number } => {
    const second = Math.floor(now() / 1000);
    const last = buckets.at(-1);
    // Each second the first call makes room.
    if (last?.second === second) return last;
    buckets = buckets.filter((bucket) => bucket.second > second - WINDOW_SECONDS);
    const fresh = { second, reads: 0, repeats: 0 };
    buckets.push(fresh);
    return fresh;
  };
  const total = (count: 'reads' | 'repeats'): number => buckets.reduce((sum, bucket) => sum + bucket[count], 0);
  return {
    deposit: () => {
      currentBucket().reads += 1;
    },
    tryWithdraw: () => {
      const bucket = currentBucket();
      if (total('repeats') + 1 > total('reads') * RETRIES_PER_READ + FREE_RETRIES) return false;
      bucket.repeats += 1;
      return true;
    },
  };
}
