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
  /** What was sent, until something comes from the cache: few operations have both. */
  let sent: Attempt[] = [];
  const seen = new Set<string>();
  const isSeen = (attempt: Attempt): boolean => {
    for (const each of sent) seen.add(textOf(each));
    sent = [];
    const before = seen.size;
    return seen.add(textOf(attempt)).size === before;
  };
  let sentCount = 0;
  return {
    counts: counts,
    sent: () => sentCount,
    count: (made) => {
      const { upstream, operation, cache, attempt, proof } = made;
      if (cache === 'miss') sentCount += 1;
      // A proof is stored for a week and is no cost of this operation.
      if (proof) return;
      // A repeat after a failure is not expected, and what this operation fetched itself is fetched once.
      const isNew = cache === 'miss' ? attempt === 1 : cache === 'hit' && !isSeen(made);
      if (!isNew) return;
      if (cache === 'miss') sent.push(made);
      const upstreamCounts = counts.get(upstream) ?? new Map<string, number>();
      counts.set(upstream, upstreamCounts.set(operation, (upstreamCounts.get(operation) ?? 0) + 1));
    },
  };
}

function textOf({ upstream, method, path }: Attempt): string {
  return `${upstream} ${method} ${path}`;
}
