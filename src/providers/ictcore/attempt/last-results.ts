import type { Transmission } from '../../../graph/transmission/types.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import type { AttemptLoaders } from './loaders.js';
import { toResult } from './results.js';
import { selectColumns } from '../../../graph/ports/deferred.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';

/**
 * Reads the results of the last attempt of each of these transmissions. Where the attempts are selected as well, the
 * results are read by the key of the last one: if its own results are selected too, both share one request.
 */
export function lastResultsReader(loaders: AttemptLoaders, upstream: UpstreamValue) {
  return async (rows: readonly Transmission[], withAttempts: boolean, callOptions: CallOptions) => {
    const keys = rows.map(({ upstreamId }) => upstreamId);
    if (!withAttempts) {
      const found = await loaders.results(keys, callOptions);
      return selectColumns(rows, ['results'], ({ upstreamId }) => found.get(upstreamId));
    }
    const details = await loaders.attempts(keys, callOptions);
    const lastOf = (key: string): string | undefined => {
      const detail = details.get(key);
      return detail instanceof ProviderFailure ? undefined : detail?.attempts.at(-1)?.upstreamId;
    };
    const steps = await loaders.steps(
      keys.flatMap((key) => lastOf(key) ?? []),
      callOptions,
    );
    return selectColumns(rows, ['results'], ({ upstreamId: transmission }) => {
      const detail = details.get(transmission);
      if (!detail || detail instanceof ProviderFailure) return detail;
      const spool = lastOf(transmission);
      const found = spool === undefined ? { steps: [] } : steps.get(spool);
      if (!found || found instanceof ProviderFailure) return found;
      return { results: found.steps.map((step) => toResult(step, { transmission, spool }, upstream)) };
    });
  };
}
