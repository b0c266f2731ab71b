import type { TransmissionAttempt, TransmissionResult } from '../../../graph/transmission/types.js';
import { distinctRows } from '../../../wire/distinct-rows.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { toWholeAttempt } from './columns.js';
import { readOncePerRequest, type ReadMany } from '../shared/reads/deferred.js';
import { attemptEndpoints } from './endpoints.js';
import { toResult, type WireResult } from './results.js';
import type { Session } from '../session.js';

/** Reads of attempts and their results that transmissions and attempts share: each is made once in a request to the gateway. */
export interface AttemptLoaders {
  /** The attempts of transmissions, by the transmissions' keys. */
  readonly attempts: ReadMany<{ readonly attempts: readonly TransmissionAttempt[] }>;
  /** The results of the last attempts of transmissions, by the transmissions' keys. */
  readonly results: ReadMany<{ readonly results: readonly TransmissionResult[] }>;
  /** The results of attempts, by the keys of spools; a spool that is not there has none. */
  readonly steps: ReadMany<{ readonly steps: readonly WireResult[] }>;
}

export function createAttemptLoaders({ call, upstream }: Session): AttemptLoaders {
  return {
    attempts: readOncePerRequest(async (transmission, callOptions) => {
      const spools = await unlessMissing(call(attemptEndpoints.listOfTransmission, transmission, callOptions));
      if (!spools) return spools;
      const distinct = distinctRows(spools, ({ spool_id: key }) => key);
      return { attempts: distinct.map((spool) => toWholeAttempt(spool, transmission, upstream)) };
    }),
    results: readOncePerRequest(async (transmission, callOptions) => {
      const results = await unlessMissing(call(attemptEndpoints.listResultsOfTransmission, transmission, callOptions));
      return results && { results: distinctResults(results).map((row) => toResult(row, { transmission }, upstream)) };
    }),
    steps: readOncePerRequest(async (spool, callOptions) => ({
      steps: distinctResults((await unlessMissing(call(attemptEndpoints.listResults, spool, callOptions))) ?? []),
    })),
  };
}

/** Results of each attempt multiply with attempts. */
function distinctResults(results: readonly WireResult[]): readonly WireResult[] {
  return distinctRows(results, ({ spool_result_id: key }) => key);
}
