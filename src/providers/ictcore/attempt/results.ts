import { encodeId } from '../../../graph/values/id.js';
import type { TransmissionResult } from '../../../graph/transmission/types.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import { instant, optional, text } from '../../../wire/value-readers.js';
import { record } from '../../../wire/structure-readers.js';
import type { ReadValue } from '../../../wire/reader.js';
import { keyOrNull } from '../shared/reads/keys.js';
import { formatAttemptKey, type AttemptKey } from './columns.js';

/** A step of an attempt and what came of it. */
export const attemptResult = record({
  spool_result_id: text,
  spool_id: optional(text),
  type: optional(text),
  name: optional(text),
  data: optional(text),
  date_created: optional(instant),
});

export type WireResult = ReadValue<typeof attemptResult>;

/** A step of the attempt that the answer names or, where it names none, of the one that was asked about. */
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
