import type { TransmissionAttempt, TransmissionResult } from '../../graph/transmission/transmission.js';
import { unlessMissing } from '../../wire/missing.js';
import { toResult, toWholeAttempt } from './attempt-row.js';
import { eachOnce, type ReadAll } from './late.js';
import { transmissionEndpoints, type WireResult } from './transmission-endpoints.js';
import type { Way } from './way.js';

/** Reads of attempts and what came of them, which transmissions and attempts share: each is asked for once in a request. */
export interface AttemptReads {
  /** The attempts of transmissions, by the transmissions' keys. */
  readonly attempts: ReadAll<{ readonly attempts: readonly TransmissionAttempt[] }>;
  /** What came of the last attempts of transmissions, by the transmissions' keys. */
  readonly results: ReadAll<{ readonly results: readonly TransmissionResult[] }>;
  /** What came of attempts, by the keys of spools; a spool that is not there has no results. */
  readonly steps: ReadAll<{ readonly steps: readonly WireResult[] }>;
}

export function attemptReads({ call, upstream }: Way): AttemptReads {
  return {
    attempts: eachOnce(async (transmission, asking) => {
      const spools = await unlessMissing(call(transmissionEndpoints.attempts, transmission, asking));
      return spools && { attempts: spools.map((spool) => toWholeAttempt(spool, transmission, upstream)) };
    }),
    results: eachOnce(async (transmission, asking) => {
      const results = await unlessMissing(call(transmissionEndpoints.results, transmission, asking));
      return results && { results: results.map((result) => toResult(result, { transmission }, upstream)) };
    }),
    steps: eachOnce(async (spool, asking) => ({
      steps: (await unlessMissing(call(transmissionEndpoints.attemptResults, spool, asking))) ?? [],
    })),
  };
}
