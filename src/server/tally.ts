import type { Attempt } from '../transport/exchange.js';

/** Counts the requests of one operation that would be sent if nothing were kept from before it. */
export interface Counter {
  readonly note: (attempt: Attempt) => void;
  /** By upstream, then by the provider's name of the request. */
  readonly tally: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export function createCounter(): Counter {
  const tally = new Map<string, Map<string, number>>();
  const sent = new Set<string>();
  return {
    tally,
    note: ({ upstream, operation, method, path, cache, attempt, proof }) => {
      // A proof is for a week.
      if (proof) return;
      // A repeat after a failure is nothing to expect, and what this very operation fetched it fetches once.
      const isNew = cache === 'miss' ? attempt === 1 : cache === 'hit' && !sent.has(`${upstream} ${method} ${path}`);
      if (!isNew) return;
      sent.add(`${upstream} ${method} ${path}`);
      const own = tally.get(upstream) ?? new Map<string, number>();
      tally.set(upstream, own.set(operation, (own.get(operation) ?? 0) + 1));
    },
  };
}
