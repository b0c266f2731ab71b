import type { OpenProvider } from '../../../graph/ports/open-upstream.js';
import type { User } from '../../../graph/user/types.js';
import type { ReconcileContext } from '../../../operations/intent.js';
import type { Json } from '../../../operations/record.js';
import type { Session } from '../session.js';
import { isRightName, listRightKeys } from './right-writes.js';
import { NOT_DONE } from '../shared/writes/not-done.js';

/** Looks at the outcome of changes of users, and of their roles and permissions. */
export function userReconcilers(
  session: Session,
  readItem: (key: string, context: ReconcileContext) => Promise<User | undefined>,
): NonNullable<OpenProvider['reconcilers']> {
  return {
    right: async ({ key, right, other, is }, context) => {
      if (typeof key !== 'string' || typeof other !== 'string' || !isRightName(right)) return { is: 'unknown' };
      const held = await listRightKeys(session, right, key, context);
      return held.includes(other) === is ? { is: 'done', result: { key } } : NOT_DONE;
    },
    // The item is read: a row by key is the list's, which lacks most columns.
    user: async ({ key, digests }, context) => {
      if (typeof key !== 'string' || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
      const row = await readItem(key, context);
      if (!row) return { is: 'unknown' };
      const cells = new Map<string, Json>(Object.entries(row));
      const isAsExpected = Object.entries(digests).every(
        ([column, digest]) => context.digest(cells.get(column) ?? null) === digest,
      );
      return isAsExpected ? { is: 'done', result: { key } } : NOT_DONE;
    },
  };
}
