import { encodeId } from '../../graph/id.js';
import type { AttemptStatus, TransmissionAttempt, TransmissionResult } from '../../graph/transmission/transmission.js';
import type { UpstreamValue } from '../../graph/upstream/upstream.js';
import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { isKey, keyOrNull } from './key.js';
import { transmissionEndpoints, type WireResult, type WireSpool } from './transmission-endpoints.js';
import type { Way } from './way.js';

const STATUSES: ReadonlyMap<string, AttemptStatus> = new Map([
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
export interface Spot {
  readonly transmission: string;
  readonly spool: string;
}

export function attemptKeyOf({ transmission, spool }: Spot): string {
  return `${transmission}/${spool}`;
}

/** Undefined for a key that is none of ours. */
export function spotOf(key: string): Spot | undefined {
  const [transmission = '', spool = '', ...rest] = key.split('/');
  return isKey(transmission) && isKey(spool) && !rest.length ? { transmission, spool } : undefined;
}

/** An attempt of which no more is known than where it stands: the rest is late. */
export function toAttempt(status: string | null, spot: Spot, upstream: UpstreamValue): TransmissionAttempt {
  return {
    __typename: 'TransmissionAttempt',
    id: encodeId(upstream.name, 'attempt', attemptKeyOf(spot)),
    upstream,
    upstreamId: spot.spool,
    status: STATUSES.get(status?.toLowerCase() ?? '') ?? 'UNKNOWN',
    transmissionKey: spot.transmission,
  };
}

/** An attempt as its transmission's detail tells it: only its results are late. */
function toWholeAttempt(wire: WireSpool, transmission: string, upstream: UpstreamValue): TransmissionAttempt {
  return Object.assign(toAttempt(wire.status, { transmission, spool: wire.spool_id }, upstream), {
    response: wire.response,
    spooledAt: wire.time_spool,
    startedAt: wire.time_start,
    connectedAt: wire.time_connect,
    endedAt: wire.time_end,
  });
}

/** A step of an attempt; real servers and the guide tell which, else it is the attempt that was asked. */
function toResult(
  wire: WireResult,
  { transmission, spool }: Partial<Spot>,
  upstream: UpstreamValue,
): TransmissionResult {
  const attempt = keyOrNull(wire.spool_id ?? spool);
  const key = transmission !== undefined && attempt !== null ? attemptKeyOf({ transmission, spool: attempt }) : null;
  return {
    upstreamId: wire.spool_result_id,
    attemptId: key === null ? null : encodeId(upstream.name, 'attempt', key),
    type: wire.type ?? '',
    name: wire.name ?? '',
    data: wire.data,
    createdAt: wire.date_created,
  };
}

type Of<Columns> = (key: string, asking: Asking) => Promise<Columns | undefined>;
interface Results {
  readonly results: readonly TransmissionResult[];
}

/** Reads the attempts of a transmission by its key; undefined when it is gone. */
export function readAttempts({ call, upstream }: Way): Of<{ readonly attempts: readonly TransmissionAttempt[] }> {
  return async (transmission, asking) => {
    const spools = await unlessMissing(call(transmissionEndpoints.attempts, transmission, asking));
    return spools && { attempts: spools.map((spool) => toWholeAttempt(spool, transmission, upstream)) };
  };
}

/** Reads what came of the last attempt of a transmission, by the transmission's key; undefined when it is gone. */
export function readResults({ call, upstream }: Way): Of<Results> {
  return async (transmission, asking) => {
    const results = await unlessMissing(call(transmissionEndpoints.results, transmission, asking));
    return results && { results: results.map((result) => toResult(result, { transmission }, upstream)) };
  };
}

/** Reads what came of an attempt; a spool that is not there has no results. */
export async function readAttemptResults({ call, upstream }: Way, spot: Spot, asking: Asking): Promise<Results> {
  const results = await unlessMissing(call(transmissionEndpoints.attemptResults, spot.spool, asking));
  return { results: (results ?? []).map((result) => toResult(result, spot, upstream)) };
}
