import type { OperationRecord, OperationState } from './record.js';

// Keyed by state, so that the compiler reports this table when a state is added.
const STATE_KEYS: Readonly<Record<OperationState, true>> = {
  RESERVED: true,
  DISPATCHED: true,
  SUCCEEDED: true,
  REJECTED: true,
  NOT_SENT: true,
  UNKNOWN: true,
};

/** Every state that a record can be in. */
export const OPERATION_STATES: readonly OperationState[] = Object.keys(STATE_KEYS).filter(isState);

/** A record as the stores keep it: JSON. */
export function serializeRecord(record: OperationRecord): string {
  return JSON.stringify(record);
}

/** The record of a text that `toText` made; throws where the text is something else. */
export function parseRecord(text: string): OperationRecord {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value)) throw new TypeError('expected a kept operation, found another thing in its place');
  return value;
}

function isState(text: unknown): text is OperationState {
  return typeof text === 'string' && Object.hasOwn(STATE_KEYS, text);
}

/** Checks the members that the stores rely on; the rest was written by this program. */
function isRecord(value: unknown): value is OperationRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'version' in value &&
    typeof value.version === 'number' &&
    'state' in value &&
    isState(value.state) &&
    'upstream' in value &&
    typeof value.upstream === 'string' &&
    'scope' in value &&
    (value.scope === null || typeof value.scope === 'string') &&
    'expiresAt' in value &&
    typeof value.expiresAt === 'number'
  );
}
