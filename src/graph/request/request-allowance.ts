import { ProviderFailure } from '../../transport/failure.js';

/** The requests of one operation, counted while it reads lists: an upstream may lie about how long they are. */
export interface RequestAllowance {
  /** Counts a request to an upstream; the failure to end the list with, where it was one too many. */
  readonly takeRequest: (upstream: string, allowed: number) => ProviderFailure | undefined;
}

/** `total`: requests to all upstreams together. */
export function createRequestAllowance(total: number): RequestAllowance {
  const counts = new Map<string, number>();
  let sum = 0;
  return {
    takeRequest: (upstream, allowed) => {
      const count = (counts.get(upstream) ?? 0) + 1;
      counts.set(upstream, count);
      sum += 1;
      if (count <= allowed && sum <= total) return undefined;
      const limit = count > allowed ? `${allowed} to "${upstream}"` : `${total} to all upstreams`;
      return new ProviderFailure(
        upstream,
        'over-budget',
        `reading lists took more requests than the ${limit} that one operation may take, so that the rest of its rows is missing: ` +
          'ask for fewer rows or with a narrower filter, or have "budget" raised in the config',
        { sent: 'no' },
      );
    },
  };
}
