import { NotAskedFailure, type ProviderFailure } from './failure.js';
import type { UpstreamBreaker } from './upstream-breaker.js';

export type HealthState = 'UP' | 'DEGRADED' | 'DOWN' | 'UNKNOWN';

/** The state of an upstream, from its recent calls. */
export interface Health {
  readonly state: () => HealthState;
  /** The latest failure, until a call succeeds again. */
  readonly lastFailure: () => ProviderFailure | undefined;
  readonly recordSuccess: () => void;
  readonly recordFailure: (failure: ProviderFailure) => void;
  /** An upstream whose circuit is open is down, whatever its latest calls were. */
  readonly watchCircuit: (breaker: Pick<UpstreamBreaker, 'circuit'>) => void;
}

type HealthSample = 'good' | 'bad' | 'forbidden';

const SAMPLE_COUNT = 20;
/** After so many failures in a row an upstream counts as down. */
const DOWN_AFTER = 3;

/**
 * Health of one upstream from its last 20 calls. Errors of the caller and of our own limits do not count against it. A
 * call that our credentials are not allowed to make counts only until another call succeeds: then the server works and
 * accepts us, and a missing right of one role is no reason to warn others.
 */
export function createHealth(): Health {
  let samples: HealthSample[] = [];
  let latestFailure: ProviderFailure | undefined;
  let isAllowed = false;
  let circuitBreaker: Pick<UpstreamBreaker, 'circuit'> | undefined;
  const recordSample = (sample: HealthSample): void => {
    samples.push(sample);
    if (samples.length > SAMPLE_COUNT) samples.shift();
  };
  return {
    state: () => {
      if (circuitBreaker && circuitBreaker.circuit().is !== 'closed') return 'DOWN';
      if (samples.length === 0) return 'UNKNOWN';
      const recent = samples.slice(-DOWN_AFTER);
      const isBad = !recent.includes('good') && (recent.length === DOWN_AFTER || recent.length === samples.length);
      if (isBad) return 'DOWN';
      return samples.every((outcome) => outcome === 'good') ? 'UP' : 'DEGRADED';
    },
    lastFailure: () => latestFailure,
    recordSuccess: () => {
      latestFailure = undefined;
      if (!isAllowed) samples = samples.filter((outcome) => outcome !== 'forbidden');
      isAllowed = true;
      recordSample('good');
    },
    watchCircuit: (breaker) => {
      circuitBreaker = breaker;
    },
    recordFailure: (failure) => {
      // It was not called: what opened the circuit is its latest failure.
      if (failure instanceof NotAskedFailure) return;
      if (failure.kind === 'rejected' || failure.kind === 'not-found' || failure.kind === 'overloaded') return;
      if (failure.isForbidden && isAllowed) return;
      latestFailure = failure;
      recordSample(failure.isForbidden ? 'forbidden' : 'bad');
    },
  };
}
