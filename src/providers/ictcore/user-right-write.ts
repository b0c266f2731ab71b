import { notThere } from '../../graph/target.js';
import type { UserWrites } from '../../graph/user/backend.js';
import type { Made } from '../../graph/writes.js';
import { Invalid, type Looking, type Sent, type Verdict, type Writing } from '../../operations/intent.js';
import type { Trail } from '../../operations/record.js';
import { ProviderFailure } from '../../transport/failure.js';
import { existing, pairing, send } from './changes.js';
import { isKey } from './key.js';
import { isNo } from './sure.js';
import { userEndpoints } from './user-endpoints.js';
import type { Way } from './way.js';

type Rights = Required<Pick<UserWrites, 'grantRole' | 'revokeRole' | 'grantPermission' | 'revokePermission'>>;
type Right = 'role' | 'permission';

const rights = {
  role: { grant: pairing('PUT', '/users', 'roles'), revoke: pairing('DELETE', '/users', 'roles') },
  permission: { grant: pairing('PUT', '/users', 'permissions'), revoke: pairing('DELETE', '/users', 'permissions') },
};
const FIELDS = { role: 'roleId', permission: 'permissionId' } as const;

/** Roles and permissions of users. */
export function rightWrites(way: Way): Rights {
  const change =
    (right: Right, doing: 'grant' | 'revoke') =>
    async (user: string, other: string, writing: Writing): Promise<Sent<Made>> => {
      const key = existing(user, 'user', way.upstream.name);
      const field = [FIELDS[right]];
      if (!isKey(other)) {
        const message = `There is no ${right} "${other.slice(0, 40)}": give the number that "upstreamId" tells.`;
        throw new Invalid([{ code: 'NOT_FOUND', message, field }]);
      }
      writing.remember({ look: 'right', key, right, other, is: doing === 'grant' });
      try {
        await send(way, rights[right][doing], { key, other }, writing);
      } catch (error) {
        if (!(error instanceof ProviderFailure) || !isNo(error, ['refused', 'missing'])) throw error;
        throw new Invalid([toRightMistake(error, field)]);
      }
      return { result: { key } };
    };
  return {
    grantRole: change('role', 'grant'),
    revokeRole: change('role', 'revoke'),
    grantPermission: change('permission', 'grant'),
    revokePermission: change('permission', 'revoke'),
  };
}

/** Of two things that may not be there the server tells which. */
function toRightMistake({ kind, message, point }: ProviderFailure, field: readonly string[]) {
  if (kind === 'refused') return { code: 'UPSTREAM_REJECTED', message, field };
  return point === 'user'
    ? { code: 'NOT_FOUND', message: notThere('user', null).message, field: ['userId'] }
    : { code: 'NOT_FOUND', message, field };
}

/** Looks whether a user has a role or permission, as a write wanted it. */
export function seekRight({ call }: Way) {
  return async ({ key, right, other, is }: Trail, looking: Looking): Promise<Verdict> => {
    if (typeof key !== 'string' || typeof other !== 'string') return { is: 'unknown' };
    const held =
      right === 'role'
        ? (await call(userEndpoints.listRoles, key, looking)).map(({ role_id: id }) => id)
        : (await call(userEndpoints.listPermissions, key, looking)).map(({ permission_id: id }) => id);
    return held.includes(other) === is ? { is: 'done', result: { key } } : { is: 'notDone' };
  };
}
