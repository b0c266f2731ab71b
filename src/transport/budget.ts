import type { Now } from './clock.js';

/** How many repeats the reads of the last ten seconds have earned. */
export interface Budget {
  readonly earn: () => void;
  /** Takes one repeat, or says false where there is none left. */
  readonly spend: () => boolean;
}

const WINDOW_SECONDS = 10;
const SHARE = 0.2;
const RESERVE = 3;

/** In any ten seconds one repeat for five reads and three more: a dying provider is not finished off by our repeats. */
export function createBudget(now: Now): Budget {
  // One bucket for each second, oldest first.
  let buckets: Array<{ second: number; reads: number; repeats: number }> = [];
  const current = (): { second: number; reads: number; repeats: number } => {
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
    earn: () => {
      current().reads += 1;
    },
    spend: () => {
      const bucket = current();
      if (total('repeats') + 1 > total('reads') * SHARE + RESERVE) return false;
      bucket.repeats += 1;
      return true;
    },
  };
}
