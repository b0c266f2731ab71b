import { ProviderFailure, NotAskedFailure } from './failure.js';
import { createHealth, type Health } from './health.js';

/**
 * Health as one caller sees it who brings its own credential. What it says of the upstream for all callers is noted in
 * `shared`, without words that were meant for this caller: a refused credential says nothing.
 */
export function createCallerHealth(upstream: string, shared: Health): Health {
  const own = createHealth();
  return {
    ...own,
    recordSuccess: () => {
      own.recordSuccess();
      shared.recordSuccess();
    },
    recordFailure: (failure) => {
      own.recordFailure(failure);
      const { kind, status } = failure;
      if (kind === 'auth' || kind === 'rate-limited' || failure instanceof NotAskedFailure) return;
      shared.recordFailure(new ProviderFailure(upstream, kind, 'a call of one of the callers failed', { status }));
    },
  };
}
