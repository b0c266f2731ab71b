import type { Outcome, WriteRefusalCode } from './intent.js';
import type { JsonObject, UserErrorDetail, OperationRecord } from './record.js';

export const STORE_UNAVAILABLE_MESSAGE =
  'The gateway could not keep account of this write, so it sent nothing; try again later.';

export function refusedOutcome(code: WriteRefusalCode, message: string, retryAfterMs?: number): Outcome<never> {
  return { is: 'refused', code, message, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

export function unknownOutcome<Result extends JsonObject>(
  record: OperationRecord,
  result: Result | null,
  mistakes: readonly UserErrorDetail[],
  message: string,
): Outcome<Result> {
  return { is: 'unknown', record, result, mistakes, message };
}

/** What an ended write answers to its key. Its result was written by the same mutation, so it has the same shape. */
export function outcomeOfRecord<Result extends JsonObject>(record: OperationRecord): Outcome<Result> {
  const { state, mistakes, message } = record;
  const result = record.result as Result | null;
  if (state === 'SUCCEEDED') return { is: 'done', record, result: result ?? ({} as Result), mistakes, replayed: true };
  if (state === 'REJECTED') return { is: 'rejected', mistakes, replayed: true };
  return unknownOutcome(record, result, mistakes, message ?? 'The gateway stopped in the middle of it.');
}

/** The outcome of a write that another call with the same key made. */
export function markReplayed<Result extends JsonObject>(outcome: Outcome<JsonObject>): Outcome<Result> {
  const same = outcome as Outcome<Result>;
  return same.is === 'done' || same.is === 'rejected' ? { ...same, replayed: true } : same;
}
