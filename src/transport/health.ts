import type { ProviderFailure } from './failure.js';

export type HealthState = 'UP' | 'DEGRADED' | 'DOWN' | 'UNKNOWN';

/** What recent calls tell of an upstream. */
export interface Health {
  readonly state: () => HealthState;
  /** The latest failure, until a call succeeds again. */
  readonly lastFailure: () => ProviderFailure | undefined;
  readonly succeeded: () => void;
  readonly failed: (failure: ProviderFailure) => void;
}

type Outcome = 'good' | 'bad' | 'forbidden';

const REMEMBERED = 20;
/** So many failures in a row are no accident. */
const DOWN_AFTER = 3;

/**
 * Health of one upstream from its last 20 calls; what the caller or our own limits got wrong does not count against it.
 * A call that our credentials are not allowed counts only until another one is: then the server is well and knows us,
 * and what one role may not do is nothing that others need to be warned of.
 */
export function createHealth(): Health {
  let outcomes: Outcome[] = [];
  let last: ProviderFailure | undefined;
  let isAllowed = false;
  const remember = (outcome: Outcome): void => {
    outcomes.push(outcome);
    if (outcomes.length > REMEMBERED) outcomes.shift();
  };
  return {
    state: () => {
      if (outcomes.length === 0) return 'UNKNOWN';
      const recent = outcomes.slice(-DOWN_AFTER);
      const isBad = !recent.includes('good') && (recent.length === DOWN_AFTER || recent.length === outcomes.length);
      if (isBad) return 'DOWN';
      return outcomes.every((outcome) => outcome === 'good') ? 'UP' : 'DEGRADED';
    },
    lastFailure: () => last,
    succeeded: () => {
      last = undefined;
      if (!isAllowed) outcomes = outcomes.filter((outcome) => outcome !== 'forbidden');
      isAllowed = true;
      remember('good');
    },
    failed: (failure) => {
      if (failure.kind === 'rejected' || failure.kind === 'not-found' || failure.kind === 'overloaded') return;
      if (failure.forbidden && isAllowed) return;
      last = failure;
      remember(failure.forbidden ? 'forbidden' : 'bad');
    },
  };
}
