import { notFoundError } from '../../../graph/mutations/target.js';
import type { UserWrites } from '../../../graph/user/backend.js';
import type { WrittenItem } from '../../../graph/ports/writes.js';
import {
  InvalidInputError,
  type ReconcileContext,
  type ProviderWriteResult,
  type ReconcileVerdict,
  type WriteAttempt,
} from '../../../operations/intent.js';
import type { RecoveryHint } from '../../../operations/record.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { requireValidKey, defineLinkEndpoint, sendWrite } from '../shared/writes/write-endpoints.js';
import { isKey } from '../shared/reads/keys.js';
import { isProviderRejection } from '../shared/writes/confirm-write.js';
import { userEndpoints } from './endpoints.js';
import { writeUserConfirmed } from './permission-loss.js';
import type { Session } from '../session.js';

type Rights = Required<Pick<UserWrites, 'grantRole' | 'revokeRole' | 'grantPermission' | 'revokePermission'>>;
type Right = 'role' | 'permission';

const rightEndpoints = {
  role: {
    grant: defineLinkEndpoint('PUT', '/users', 'roles'),
    revoke: defineLinkEndpoint('DELETE', '/users', 'roles'),
  },
  permission: {
    grant: defineLinkEndpoint('PUT', '/users', 'permissions'),
    revoke: defineLinkEndpoint('DELETE', '/users', 'permissions'),
  },
};
const FIELDS = { role: 'roleId', permission: 'permissionId' } as const;

/** Roles and permissions of users. */
export function createRightWrites(session: Session): Rights {
  const changeRight =
    (right: Right, action: 'grant' | 'revoke') =>
    async (user: string, other: string, writeAttempt: WriteAttempt): Promise<ProviderWriteResult<WrittenItem>> => {
      const key = requireValidKey(user, 'user', session.upstream.name);
      const field = [FIELDS[right]];
      if (!isKey(other)) {
        const message = `There is no ${right} "${other.slice(0, 40)}": give the number that "upstreamId" tells.`;
        throw new InvalidInputError([{ code: 'NOT_FOUND', message, field }]);
      }
      writeAttempt.recordRecoveryHint({ look: 'right', key, right, other, is: action === 'grant' });
      const isDone = async (): Promise<boolean> =>
        (await listHeldIds(session, right, key, { ...writeAttempt, bypassCache: true })).includes(other) ===
        (action === 'grant');
      try {
        const write = () => sendWrite(session, rightEndpoints[right][action], { key, other }, writeAttempt);
        return { result: { key }, mistakes: await writeUserConfirmed(write, isDone) };
      } catch (error) {
        if (!(error instanceof ProviderFailure) || !isProviderRejection(error, ['rejected', 'not-found'])) throw error;
        throw new InvalidInputError([toRightError(error, field)]);
      }
    };
  return {
    grantRole: changeRight('role', 'grant'),
    revokeRole: changeRight('role', 'revoke'),
    grantPermission: changeRight('permission', 'grant'),
    revokePermission: changeRight('permission', 'revoke'),
  };
}

/** Of two things that may not be there the server tells which. */
function toRightError({ kind, message, rejectedField }: ProviderFailure, field: readonly string[]) {
  if (kind === 'rejected') return { code: 'UPSTREAM_REJECTED', message, field };
  return rejectedField === 'user'
    ? { code: 'NOT_FOUND', message: notFoundError('user', null).message, field: ['userId'] }
    : { code: 'NOT_FOUND', message, field };
}

/** Looks whether a user has a role or permission, as a write wanted it. */
export function reconcileRight(session: Session) {
  return async ({ key, right, other, is }: RecoveryHint, context: ReconcileContext): Promise<ReconcileVerdict> => {
    if (typeof key !== 'string' || typeof other !== 'string') return { is: 'unknown' };
    if (right !== 'role' && right !== 'permission') return { is: 'unknown' };
    const held = await listHeldIds(session, right, key, context);
    return held.includes(other) === is ? { is: 'done', result: { key } } : { is: 'notDone' };
  };
}

/** Ids of the roles or permissions of a user. */
async function listHeldIds(
  { call }: Session,
  right: Right,
  user: string,
  callOptions: CallOptions,
): Promise<readonly string[]> {
  return right === 'role'
    ? (await call(userEndpoints.listRoles, user, callOptions)).map(({ role_id: id }) => id)
    : (await call(userEndpoints.listPermissions, user, callOptions)).map(({ permission_id: id }) => id);
}
