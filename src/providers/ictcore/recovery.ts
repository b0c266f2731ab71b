import type { Backends } from '../../graph/ports/backends.js';
import type { OpenProvider } from '../../graph/ports/open-upstream.js';
import { accountReconcilers } from './account/recovery.js';
import { groupReconcilers } from './group/recovery.js';
import type { Session } from './session.js';
import { reconcileCreation } from './shared/writes/creation.js';
import { createUserReader } from './user/backend.js';
import { userReconcilers } from './user/recovery.js';

type DirectoryBackends = Pick<Backends, 'contact' | 'group' | 'gateway' | 'account' | 'user'>;

/** Looks at the outcome of writes of contacts, groups, trunks, accounts and users, beside the looks of the graph. */
export function directoryReconcilers(
  session: Session,
  backends: DirectoryBackends,
): NonNullable<OpenProvider['reconcilers']> {
  return {
    made: reconcileCreation(backends),
    ...groupReconcilers(session),
    ...accountReconcilers(session, backends.account),
    ...userReconcilers(session, createUserReader(session)),
  };
}
