import type { Asking } from '../transport/exchange.js';
import type { Outcome } from './intent.js';
import { madeAt } from './key.js';
import { kept, KEPT_MS, type Office } from './office.js';
import { refused, replayOf } from './outcome.js';
import type { OperationRecord } from './record.js';
import type { Settling } from './settling.js';

/** Others change the record that holds a key as we look at it; so often it may change under our eyes. */
const TRIES = 8;
const POLL_MS = 1000;

const REUSED =
  'This idempotency key was used for a write with other arguments. Use a new key for a new write, and the same arguments to repeat one.';
const EXPIRED =
  'This idempotency key is older than what is kept of writes (7 days), so whether it was used can’t be told. Look whether the write was done, and use a new key if not.';

/** Takes the key of a record for it; else what became of the write that has the key. */
export async function claimKey(
  record: OperationRecord,
  key: string,
  asking: Asking,
  office: Office,
  { judge, settle }: Settling,
): Promise<Outcome<never> | undefined> {
  const { store, now } = office;
  let over: OperationRecord | undefined;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const holder = await kept(store.claim(record, over));
    if (!holder) return expiredKey(record, key, office);
    const found = await kept(judge(holder));
    over = undefined;
    if (!found) continue;
    const isOver = found.state === 'NOT_SENT' || found.expiresAt < now();
    if (!isOver && found.fingerprint !== record.fingerprint) return refused('IDEMPOTENCY_KEY_REUSED', REUSED);
    const current = !isOver && found.state === 'UNKNOWN' ? await kept(settle(found, asking)) : found;
    if (isOver || current.state === 'NOT_SENT') over = current;
    else if (current.state === 'RESERVED' || current.state === 'DISPATCHED') return inProgress(current, now());
    else return replayOf(current);
  }
  return inProgress(record, now());
}

/** That a write with this key is under way. */
export function inProgress({ lease }: Pick<OperationRecord, 'lease'>, now: number): Outcome<never> {
  const retryAfterMs = Math.max(1, Math.min(POLL_MS, lease - now));
  const message = 'A write with this idempotency key is under way; ask again with the same key for its outcome.';
  return refused('IDEMPOTENCY_IN_PROGRESS', message, retryAfterMs);
}

/** A key that tells its age may have been used and forgotten: sending again would be a guess. */
async function expiredKey(
  record: OperationRecord,
  key: string,
  { store, now }: Office,
): Promise<Outcome<never> | undefined> {
  if ((madeAt(key) ?? Infinity) >= now() - KEPT_MS) return undefined;
  await kept(store.release(record));
  return refused('IDEMPOTENCY_KEY_EXPIRED', EXPIRED);
}
