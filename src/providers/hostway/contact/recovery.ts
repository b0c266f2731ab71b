import type { ReconcileContext, ReconcileVerdict } from '../../../operations/intent.js';
import type { RecoveryHint } from '../../../operations/record.js';
import type { Session } from '../session.js';
import { bookReadOf } from './pages.js';
import { locateContact, readByNames } from './reads.js';

/** Looks for a contact whose creation was not answered: by its name, and then whether its columns are those sent. */
export async function reconcileCreation(
  session: Session,
  { key, digests }: RecoveryHint,
  context: ReconcileContext,
): Promise<ReconcileVerdict> {
  if (typeof key !== 'string' || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
  const { domain, name } = locateContact(key, session);
  const [row] = await readByNames(bookReadOf(session, domain, {}, context), [name]);
  if (!row) return { is: 'notDone' };
  const held = new Map<string, string | null>(Object.entries(row));
  const isAsSent = Object.entries(digests).every(
    ([column, digest]) => context.digest(held.get(column) ?? null) === digest,
  );
  // A contact of that name with other values may have been there before, so that the creation was rejected.
  return isAsSent ? { is: 'done', result: { key } } : { is: 'unknown' };
}
