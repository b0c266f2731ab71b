import type { Transmission } from '../../graph/transmission/transmission.js';
import type { UpstreamValue } from '../../graph/upstream/upstream.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import type { AttemptReads } from './attempt-reads.js';
import { toResult } from './attempt-row.js';
import { columnsOf } from './late.js';

/**
 * What came of the last attempt of each of these transmissions. Where their attempts are asked for as well, it is the
 * results of the last of them, which the attempts themselves may be asked for too: then both are one request.
 */
export function resultsOfTransmissions(reads: AttemptReads, upstream: UpstreamValue) {
  return async (rows: readonly Transmission[], withAttempts: boolean, asking: Asking) => {
    const keys = rows.map(({ upstreamId }) => upstreamId);
    if (!withAttempts) {
      const found = await reads.results(keys, asking);
      return columnsOf(rows, ['results'], ({ upstreamId }) => found.get(upstreamId));
    }
    const details = await reads.attempts(keys, asking);
    const lastOf = (key: string): string | undefined => {
      const detail = details.get(key);
      return detail instanceof ProviderFailure ? undefined : detail?.attempts.at(-1)?.upstreamId;
    };
    const steps = await reads.steps(
      keys.flatMap((key) => lastOf(key) ?? []),
      asking,
    );
    return columnsOf(rows, ['results'], ({ upstreamId: transmission }) => {
      const detail = details.get(transmission);
      if (!detail || detail instanceof ProviderFailure) return detail;
      const spool = lastOf(transmission);
      const found = spool === undefined ? { steps: [] } : steps.get(spool);
      if (!found || found instanceof ProviderFailure) return found;
      return { results: found.steps.map((step) => toResult(step, { transmission, spool }, upstream)) };
    });
  };
}
