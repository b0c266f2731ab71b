import type { CallOptions } from '../transport/exchange.js';
import type { Outcome } from './intent.js';
import { timestampOfKey } from './idempotency-key.js';
import { fromStore, RETENTION_MS, type WriteContext } from './write-context.js';
import { refusedOutcome, outcomeOfRecord } from './outcome.js';
import type { OperationRecord } from './record.js';
import type { Reconciliation } from './reconciliation.js';

/**
 * Other processes may change the record that holds a key between our read and our write; after so many changes we give
 * up.
 */
const MAX_TRIES = 8;
const POLL_MS = 1000;

const KEY_REUSED_MESSAGE =
  'This idempotency key was used for a write with other arguments. Use a new key for a new write, and the same arguments to repeat one.';
const ACCOUNT_CHANGED_MESSAGE =
  'This idempotency key was used for a write with another credential for this upstream. Look whether that write was done, and use a new key for a new one.';
const KEY_EXPIRED_MESSAGE =
  'This idempotency key is older than what is kept of writes (7 days), so whether it was used can’t be told. Look whether the write was done, and use a new key if not.';

/** Takes the key of a record for it; else what became of the write that has the key. */
export async function reserveKey(
  record: OperationRecord,
  key: string,
  callOptions: CallOptions,
  context: WriteContext,
  { resolveAbandoned, reconcile }: Reconciliation,
): Promise<Outcome<never> | undefined> {
  const { store, now } = context;
  let replaceable: OperationRecord | undefined;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const holder = await fromStore(store.insert(record, replaceable));
    if (!holder) return refuseExpiredKey(record, key, context);
    const stored = await fromStore(resolveAbandoned(holder));
    replaceable = undefined;
    if (!stored) continue;
    const isOver = stored.state === 'NOT_SENT' || stored.expiresAt < now();
    if (!isOver && stored.fingerprint !== record.fingerprint)
      return refusedOutcome('IDEMPOTENCY_KEY_REUSED', KEY_REUSED_MESSAGE);
    if (!isOver && stored.account !== record.account)
      return refusedOutcome('IDEMPOTENCY_KEY_REUSED', ACCOUNT_CHANGED_MESSAGE);
    const current = !isOver && stored.state === 'UNKNOWN' ? await fromStore(reconcile(stored, callOptions)) : stored;
    if (isOver || current.state === 'NOT_SENT') replaceable = current;
    else if (current.state === 'RESERVED' || current.state === 'DISPATCHED') return refuseInProgress(current, now());
    else return outcomeOfRecord(current);
  }
  return refuseInProgress(record, now());
}

/** That a write with this key is under way. */
export function refuseInProgress({ lease }: Pick<OperationRecord, 'lease'>, now: number): Outcome<never> {
  const retryAfterMs = Math.max(1, Math.min(POLL_MS, lease - now));
  const message = 'A write with this idempotency key is under way; ask again with the same key for its outcome.';
  return refusedOutcome('IDEMPOTENCY_IN_PROGRESS', message, retryAfterMs);
}

/** A key that contains its time may be so old that its record was purged: sending again could repeat the write. */
async function refuseExpiredKey(
  record: OperationRecord,
  key: string,
  { store, now }: WriteContext,
): Promise<Outcome<never> | undefined> {
  if ((timestampOfKey(key) ?? Infinity) >= now() - RETENTION_MS) return undefined;
  await fromStore(store.release(record));
  return refusedOutcome('IDEMPOTENCY_KEY_EXPIRED', KEY_EXPIRED_MESSAGE);
}
