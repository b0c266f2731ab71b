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

const REMEMBERED = 20;
/** So many failures in a row are no accident. */
const DOWN_AFTER = 3;

/** Health of one upstream from its last 20 calls; what the caller or our own limits got wrong does not count against it. */
export function createHealth(): Health {
  const outcomes: boolean[] = [];
  let last: ProviderFailure | undefined;
  const remember = (good: boolean): void => {
    outcomes.push(good);
    if (outcomes.length > REMEMBERED) outcomes.shift();
  };
  return {
    state: () => {
      if (outcomes.length === 0) return 'UNKNOWN';
      const recent = outcomes.slice(-DOWN_AFTER);
      if (!recent.includes(true) && (recent.length === DOWN_AFTER || recent.length === outcomes.length)) return 'DOWN';
      return outcomes.includes(false) ? 'DEGRADED' : 'UP';
    },
    lastFailure: () => last,
    succeeded: () => {
      last = undefined;
      remember(true);
    },
    failed: (failure) => {
      if (failure.kind === 'refused' || failure.kind === 'missing' || failure.kind === 'crowded') return;
      last = failure;
      remember(false);
    },
  };
}
