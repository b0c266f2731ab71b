import { encodeId } from '../../../graph/values/id.js';
import type { AttemptStatus, TransmissionAttempt } from '../../../graph/transmission/types.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import { declareColumns } from '../../../wire/columns.js';
import { instant, optional, text } from '../../../wire/value-readers.js';
import { isKey } from '../shared/reads/keys.js';

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

/** Where an attempt is found: no answer about a spool names its transmission, so the key of an attempt holds both. */
export interface AttemptKey {
  readonly transmission: string;
  readonly spool: string;
}

export function formatAttemptKey({ transmission, spool }: AttemptKey): string {
  return `${transmission}/${spool}`;
}

/** Undefined for a malformed key. */
export function parseAttemptKey(key: string): AttemptKey | undefined {
  const [transmission = '', spool = '', ...rest] = key.split('/');
  return isKey(transmission) && isKey(spool) && !rest.length ? { transmission, spool } : undefined;
}

/**
 * Columns that only the detail of a transmission holds; real servers hold no times, the guide's are unix seconds. The
 * status is read apart: sending needs the server's own word for it.
 */
export const attemptColumns = declareColumns<
  TransmissionAttempt,
  Exclude<
    keyof TransmissionAttempt,
    '__typename' | 'id' | 'upstream' | 'upstreamId' | 'status' | 'transmissionKey' | 'results'
  >,
  'status' | 'detail'
>()({
  response: { wire: 'response', read: optional(text), in: ['detail'] },
  spooledAt: { wire: 'time_spool', read: optional(instant), in: ['detail'] },
  startedAt: { wire: 'time_start', read: optional(instant), in: ['detail'] },
  connectedAt: { wire: 'time_connect', read: optional(instant), in: ['detail'] },
  endedAt: { wire: 'time_end', read: optional(instant), in: ['detail'] },
});

/** An attempt of which nothing but its status was read: it lacks the other columns. */
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

/** An attempt as its transmission's detail holds it: it lacks only its results. */
export function toWholeAttempt(
  wire: { readonly spool_id: string; readonly status: string | null },
  transmission: string,
  upstream: UpstreamValue,
): TransmissionAttempt {
  return Object.assign(
    toAttempt(wire.status, { transmission, spool: wire.spool_id }, upstream),
    attemptColumns.cellsOf(wire, 'detail'),
  );
}
