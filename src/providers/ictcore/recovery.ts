import type { User } from '../../graph/user/types.js';
import type { ReconcileContext, ReconcileVerdict } from '../../operations/intent.js';
import type { Json, RecoveryHint } from '../../operations/record.js';
import { reconcileOwner } from './account/link-writes.js';
import { reconcileSetting } from './account/setting-writes.js';
import { reconcileEmptiedGroup } from './group/writes.js';
import { reconcileCreation } from './shared/writes/creation.js';
import { reconcileMembership } from './group/membership-writes.js';
import { reconcileRight } from './user/right-writes.js';
import type { Session } from './session.js';
import type { Backends } from '../../graph/ports/backends.js';
import type { OpenProvider } from '../../graph/ports/open-upstream.js';

type DirectoryBackends = Pick<Backends, 'contact' | 'group' | 'gateway' | 'account' | 'user'>;

/** Looks at the outcome of writes of contacts, groups, trunks, accounts and users, beside those of the graph. */
export function directoryReconcilers(
  session: Session,
  { contact, group, gateway, account, user }: DirectoryBackends,
  findUser: (key: string, context: ReconcileContext) => Promise<User | undefined>,
): NonNullable<OpenProvider['reconcilers']> {
  return {
    made: reconcileCreation({ contact, group, gateway, account, user }),
    member: reconcileMembership(session),
    emptied: reconcileEmptiedGroup(session),
    owner: reconcileOwner(async (key, context) => (await account.byKeys([key], context)).get(key)),
    setting: reconcileSetting(session),
    right: reconcileRight(session),
    user: reconcileUser(findUser),
  };
}

/** Looks whether a user's item is as a change wanted it: a row by id is the list's, which lacks most columns. */
function reconcileUser(readUser: (key: string, context: ReconcileContext) => Promise<User | undefined>) {
  return async ({ key, digests }: RecoveryHint, looking: ReconcileContext): Promise<ReconcileVerdict> => {
    if (typeof key !== 'string' || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
    const row = await readUser(key, looking);
    if (!row) return { is: 'unknown' };
    const cells = new Map<string, Json>(Object.entries(row));
    const isAsExpected = Object.entries(digests).every(
      ([column, digest]) => looking.digest(cells.get(column) ?? null) === digest,
    );
    return isAsExpected ? { is: 'done', result: { key } } : { is: 'notDone' };
  };
}
