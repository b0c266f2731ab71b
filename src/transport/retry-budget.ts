import type { Now } from './clock.js';

/** How many repeats the reads of the last ten seconds have earned. */
export interface RetryBudget {
  readonly deposit: () => void;
  /** Takes one repeat, or says false where there is none left. */
  readonly tryWithdraw: () => boolean;
}

const WINDOW_SECONDS = 10;
const RETRIES_PER_READ = 0.2;
const FREE_RETRIES = 3;

/** In any ten seconds one repeat for five reads and three more: a dying provider is not finished off by our repeats. */
export function createRetryBudget(now: Now): RetryBudget {
  // One bucket for each second, oldest first.
  let buckets: Array<{ second: number; reads: number; repeats: number }> = [];
  const currentBucket = (): { second: number; reads: number; repeats: number } => {
    const second = Math.floor(now() / 1000);
    buckets = buckets.filter((bucket) => bucket.second > second - WINDOW_SECONDS);
    const last = buckets.at(-1);
    if (last?.second === second) return last;
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
