import { notFoundError } from '../../../graph/mutations/target.js';
import type { WrittenItem } from '../../../graph/ports/writes.js';
import type { UserWrites } from '../../../graph/user/backend.js';
import { InvalidInputError, type ProviderWriteResult, type WriteAttempt } from '../../../operations/intent.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import type { Session } from '../session.js';
import { isKey } from '../shared/reads/keys.js';
import { isProviderRejection } from '../shared/writes/confirm-write.js';
import { requireValidKey, sendWrite } from '../shared/writes/write-endpoints.js';
import { userEndpoints } from './endpoints.js';
import { writeUserConfirmed } from './permission-loss.js';

type RightWrites = Required<Pick<UserWrites, 'grantRole' | 'revokeRole' | 'grantPermission' | 'revokePermission'>>;
type RightName = 'role' | 'permission';

const RIGHTS = {
  role: { field: 'roleId', grant: userEndpoints.grantRole, revoke: userEndpoints.revokeRole },
  permission: { field: 'permissionId', grant: userEndpoints.grantPermission, revoke: userEndpoints.revokePermission },
} as const;

export function isRightName(name: unknown): name is RightName {
  return typeof name === 'string' && Object.hasOwn(RIGHTS, name);
}

/** How users get roles and permissions, and lose them. */
export function createRightWrites(session: Session): RightWrites {
  const changeRight =
    (right: RightName, action: 'grant' | 'revoke') =>
    async (user: string, other: string, writeAttempt: WriteAttempt): Promise<ProviderWriteResult<WrittenItem>> => {
      const key = requireValidKey(user, 'user', session.upstream.name);
      const field = [RIGHTS[right].field];
      if (!isKey(other)) {
        const message = `There is no ${right} "${other.slice(0, 40)}": give the number that "upstreamId" tells.`;
        throw new InvalidInputError([{ code: 'NOT_FOUND', message, field }]);
      }
      writeAttempt.recordRecoveryHint({ look: 'right', key, right, other, is: action === 'grant' });
      const isDone = async (): Promise<boolean> =>
        (await listRightKeys(session, right, key, { ...writeAttempt, bypassCache: true })).includes(other) ===
        (action === 'grant');
      try {
        const write = () => sendWrite(session, RIGHTS[right][action], { key, other }, writeAttempt);
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

/** The field of a rejection. The server says whether it did not find the user or the right. */
function toRightError({ kind, message, rejectedField }: ProviderFailure, field: readonly string[]) {
  if (kind === 'rejected') return { code: 'UPSTREAM_REJECTED', message, field };
  return rejectedField === 'user'
    ? { code: 'NOT_FOUND', message: notFoundError('user', null).message, field: ['userId'] }
    : { code: 'NOT_FOUND', message, field };
}

/** The keys of the roles or permissions that a user has. */
export async function listRightKeys(
  { call }: Session,
  right: RightName,
  user: string,
  callOptions: CallOptions,
): Promise<readonly string[]> {
  return right === 'role'
    ? (await call(userEndpoints.listRoles, user, callOptions)).map(({ role_id: key }) => key)
    : (await call(userEndpoints.listPermissions, user, callOptions)).map(({ permission_id: key }) => key);
}
