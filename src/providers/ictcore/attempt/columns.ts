import { encodeId } from '../../../graph/values/id.js';
import type { AttemptStatus, TransmissionAttempt, TransmissionResult } from '../../../graph/transmission/types.js';
import { isKey, keyOrNull } from '../shared/reads/keys.js';
import type { WireResult, WireSpool } from '../transmission/endpoints.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';

const ATTEMPT_STATUSES: ReadonlyMap<string, AttemptStatus> = new Map([
  ['queued', 'INITIATED'],
  ['started', 'INITIATED'],
  ['connected', 'INITIATED'],
  ['initiated', 'INITIATED'],
  ['done', 'COMPLETED'],
  ['completed', 'COMPLETED'],
  ['failed', 'FAILED'],
  ['failed(dnc)', 'FAILED'],
  ['no_provider', 'FAILED'],
  ['invalid', 'FAILED'],
]);

/** Where an attempt is found: nothing tells a spool's transmission, so an attempt's key holds both. */
export interface AttemptKey {
  readonly transmission: string;
  readonly spool: string;
}

export function formatAttemptKey({ transmission, spool }: AttemptKey): string {
  return `${transmission}/${spool}`;
}

/** Undefined for a key that is none of ours. */
export function parseAttemptKey(key: string): AttemptKey | undefined {
  const [transmission = '', spool = '', ...rest] = key.split('/');
  return isKey(transmission) && isKey(spool) && !rest.length ? { transmission, spool } : undefined;
}

/** An attempt of which no more is known than where it stands: the rest is late. */
export function toAttempt(status: string | null, attemptKey: AttemptKey, upstream: UpstreamValue): TransmissionAttempt {
  return {
    __typename: 'TransmissionAttempt',
    id: encodeId(upstream.name, 'attempt', formatAttemptKey(attemptKey)),
    upstream,
    upstreamId: attemptKey.spool,
    status: ATTEMPT_STATUSES.get(status?.toLowerCase() ?? '') ?? 'UNKNOWN',
    transmissionKey: attemptKey.transmission,
  };
}

/** An attempt as its transmission's detail tells it: only its results are late. */
export function toWholeAttempt(wire: WireSpool, transmission: string, upstream: UpstreamValue): TransmissionAttempt {
  return Object.assign(toAttempt(wire.status, { transmission, spool: wire.spool_id }, upstream), {
    response: wire.response,
    spooledAt: wire.time_spool,
    startedAt: wire.time_start,
    connectedAt: wire.time_connect,
    endedAt: wire.time_end,
  });
}

/** A step of an attempt; real servers and the guide tell which, else it is the attempt that was asked. */
export function toResult(
  wire: WireResult,
  { transmission, spool }: { readonly [Part in keyof AttemptKey]?: AttemptKey[Part] | undefined },
  upstream: UpstreamValue,
): TransmissionResult {
  const spoolKey = keyOrNull(wire.spool_id ?? spool);
  const key =
    transmission !== undefined && spoolKey !== null ? formatAttemptKey({ transmission, spool: spoolKey }) : null;
  return {
    upstreamId: wire.spool_result_id,
    attemptId: key === null ? null : encodeId(upstream.name, 'attempt', key),
    type: wire.type ?? '',
    name: wire.name ?? '',
    data: wire.data,
    createdAt: wire.date_created,
  };
}
