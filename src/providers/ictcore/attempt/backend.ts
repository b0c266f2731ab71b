import type { ItemBackend } from '../../../graph/ports/list-backend.js';
import type { TransmissionAttempt } from '../../../graph/transmission/types.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import type { AttemptLoaders } from './loaders.js';
import { formatAttemptKey, parseAttemptKey, toAttempt, type AttemptKey } from './columns.js';
import { selectColumns, filterLacking, mergeColumns, type DeferredSource } from '../../../graph/ports/deferred.js';
import { throwFirstFailure, type ResultsByKey } from '../shared/reads/deferred.js';
import { attemptEndpoints, attemptSources } from './endpoints.js';
import { toResult } from './results.js';
import type { Session } from '../session.js';

const { detail, results } = attemptSources;

/** Attempts to deliver, which ICTCore calls spools. */
export function createAttemptBackend(
  { call, upstream }: Session,
  loaders: AttemptLoaders,
): ItemBackend<TransmissionAttempt> {
  /** The attempts of these keys: one request for each transmission. */
  const readDetails = async (
    attemptKeys: readonly AttemptKey[],
    callOptions: CallOptions,
  ): Promise<ResultsByKey<TransmissionAttempt>> => {
    const details = await loaders.attempts(
      [...new Set(attemptKeys.map(({ transmission }) => transmission))],
      callOptions,
    );
    return new Map(
      attemptKeys.flatMap((attemptKey): Array<[string, TransmissionAttempt | ProviderFailure]> => {
        const detail = details.get(attemptKey.transmission);
        const found =
          detail instanceof ProviderFailure
            ? detail
            : detail?.attempts.find(({ upstreamId }) => upstreamId === attemptKey.spool);
        return found ? [[formatAttemptKey(attemptKey), found]] : [];
      }),
    );
  };

  /** One attempt by the status of its spool: clients that follow an attempt select nothing else. */
  const readStatus = async (
    attemptKey: AttemptKey,
    callOptions: CallOptions,
  ): Promise<TransmissionAttempt | undefined> => {
    const status = await unlessMissing(call(attemptEndpoints.readStatus, attemptKey.spool, callOptions));
    return status === undefined ? undefined : toAttempt(status, attemptKey, upstream);
  };

  const eachByKey = async (
    keys: readonly string[],
    callOptions: CallOptions,
  ): Promise<ResultsByKey<TransmissionAttempt>> => {
    const attemptKeys = keys.flatMap((key) => parseAttemptKey(key) ?? []);
    const [only, second] = attemptKeys;
    if (!only || second) return readDetails(attemptKeys, callOptions);
    const found = await readStatus(only, callOptions);
    return new Map(found ? [[formatAttemptKey(only), found]] : []);
  };

  return {
    byKeys: async (keys, callOptions) => throwFirstFailure(await eachByKey(keys, callOptions)),
    eachByKey,
    fetchDeferred: async (rows, columns, callOptions) => {
      const lackingDetail = filterLacking(rows, detail.columns, columns);
      const lackingResults = filterLacking(rows, results.columns, columns);
      const [details, steps] = await Promise.all([
        readDetails(lackingDetail.map(toAttemptKey), callOptions),
        loaders.steps(
          lackingResults.map(({ upstreamId }) => upstreamId),
          callOptions,
        ),
      ]);
      return mergeColumns(
        selectColumns(rows, selectedOf(detail, columns), (row) => details.get(formatAttemptKey(toAttemptKey(row)))),
        selectColumns(lackingResults, results.columns, (row) => {
          const found = steps.get(row.upstreamId);
          if (!found || found instanceof ProviderFailure) return found;
          return { results: found.steps.map((step) => toResult(step, toAttemptKey(row), upstream)) };
        }),
      );
    },
  };
}

function toAttemptKey({ transmissionKey: transmission, upstreamId: spool }: TransmissionAttempt): AttemptKey {
  return { transmission, spool };
}

function selectedOf(source: DeferredSource, selected: readonly string[]): readonly string[] {
  return selected.filter((column) => source.columns.includes(column));
}
