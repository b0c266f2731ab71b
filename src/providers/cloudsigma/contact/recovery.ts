import { digitsOf } from '../../../graph/values/phone.js';
import { emailKey } from '../../../graph/values/text-filter.js';
import type { ReconcileContext, ReconcileVerdict } from '../../../operations/intent.js';
import type { RecoveryHint } from '../../../operations/record.js';
import { asItCame, readAllRows } from '../pages.js';
import type { Session } from '../session.js';
import { contactEndpoints } from './endpoints.js';

/** Looks for contacts whose creation was not answered. None with their addresses proves that none was created. */
export async function reconcileCreation(
  session: Session,
  { emails }: RecoveryHint,
  context: ReconcileContext,
): Promise<ReconcileVerdict> {
  if (!Array.isArray(emails)) return { is: 'unknown' };
  const wanted = new Set<unknown>(emails);
  const rows = await readAllRows(session, contactEndpoints.list, asItCame, context);
  // Several contacts may have one address, so one that is found may have been there before.
  const isThere = rows.some(({ email }) => wanted.has(context.digest(comparableEmail(email))));
  return { is: isThere ? 'unknown' : 'notDone' };
}

/** Looks whether a contact is as a change without an answer was to make it. */
export async function reconcileUpdate(
  { call }: Session,
  { key, digests }: RecoveryHint,
  context: ReconcileContext,
): Promise<ReconcileVerdict> {
  if (typeof key !== 'string' || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
  const row = await call(contactEndpoints.read, key, context);
  const isAsSent = Object.entries(digests).every(([column, digest]) => {
    const held = Object.entries(row).find(([name]) => name === column)?.[1];
    return context.digest(comparableValue(column, typeof held === 'string' ? held : '')) === digest;
  });
  // Other values prove nothing: the contact may have been changed since, and CloudSigma respells phones.
  return isAsSent ? { is: 'done', result: { key } } : { is: 'unknown' };
}

/** A value without what CloudSigma may respell. */
export function comparableValue(column: string, value: string): string {
  if (column === 'phone') return digitsOf(value);
  return column === 'email' ? comparableEmail(value) : value.trim();
}

/** The same text for all spellings of one mailbox. */
export function comparableEmail(email: string | null): string {
  return emailKey(email ?? '');
}
