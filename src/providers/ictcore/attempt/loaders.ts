import type { TransmissionAttempt, TransmissionResult } from '../../../graph/transmission/types.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { toResult, toWholeAttempt } from './columns.js';
import { readOncePerRequest, type ReadMany } from '../shared/reads/deferred.js';
import { transmissionEndpoints, type WireResult } from '../transmission/endpoints.js';
import type { Session } from '../session.js';

/** Reads of attempts and what came of them, which transmissions and attempts share: each is asked for once in a request. */
export interface AttemptLoaders {
  /** The attempts of transmissions, by the transmissions' keys. */
  readonly attempts: ReadMany<{ readonly attempts: readonly TransmissionAttempt[] }>;
  /** What came of the last attempts of transmissions, by the transmissions' keys. */
  readonly results: ReadMany<{ readonly results: readonly TransmissionResult[] }>;
  /** What came of attempts, by the keys of spools; a spool that is not there has no results. */
  readonly steps: ReadMany<{ readonly steps: readonly WireResult[] }>;
}

export function createAttemptLoaders({ call, upstream }: Session): AttemptLoaders {
  return {
    attempts: readOncePerRequest(async (transmission, callOptions) => {
      const spools = await unlessMissing(call(transmissionEndpoints.listAttempts, transmission, callOptions));
      return spools && { attempts: spools.map((spool) => toWholeAttempt(spool, transmission, upstream)) };
    }),
    results: readOncePerRequest(async (transmission, callOptions) => {
      const results = await unlessMissing(call(transmissionEndpoints.listResults, transmission, callOptions));
      return results && { results: results.map((result) => toResult(result, { transmission }, upstream)) };
    }),
    steps: readOncePerRequest(async (spool, callOptions) => ({
      steps: (await unlessMissing(call(transmissionEndpoints.listAttemptResults, spool, callOptions))) ?? [],
    })),
  };
}
