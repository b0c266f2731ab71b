import type { Attempt } from '../transport/exchange.js';

/** Counts the requests that one operation would send with an empty cache. */
export interface RequestCounter {
  readonly count: (attempt: Attempt) => void;
  /** All that were sent, repeats and proofs included. */
  readonly sent: () => number;
  /** By upstream, then by the provider's name of the request. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export function createRequestCounter(): RequestCounter {
  const counts = new Map<string, Map<string, number>>();
  const seen = new Set<string>();
  let sentCount = 0;
  return {
    counts: counts,
    sent: () => sentCount,
    count: ({ upstream, operation, method, path, cache, attempt, proof }) => {
      if (cache === 'miss') sentCount += 1;
      // A proof is stored for a week and is no cost of this operation.
      if (proof) return;
      // A repeat after a failure is not expected, and what this operation fetched itself is fetched once.
      const isNew = cache === 'miss' ? attempt === 1 : cache === 'hit' && !seen.has(`${upstream} ${method} ${path}`);
      if (!isNew) return;
      seen.add(`${upstream} ${method} ${path}`);
      const upstreamCounts = counts.get(upstream) ?? new Map<string, number>();
      counts.set(upstream, upstreamCounts.set(operation, (upstreamCounts.get(operation) ?? 0) + 1));
    },
  };
}
