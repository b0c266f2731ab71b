import { notThere } from '../../graph/target.js';
import type { UserWrites } from '../../graph/user/backend.js';
import type { Made } from '../../graph/writes.js';
import { Invalid, type Looking, type Sent, type Verdict, type Writing } from '../../operations/intent.js';
import type { Trail } from '../../operations/record.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { existing, pairing, send } from './changes.js';
import { isKey } from './key.js';
import { isNo } from './sure.js';
import { userEndpoints } from './user-endpoints.js';
import { writeUser } from './user-refused.js';
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
      const isDone = async (): Promise<boolean> =>
        (await heldBy(way, right, key, { ...writing, fresh: true })).includes(other) === (doing === 'grant');
      try {
        const write = () => send(way, rights[right][doing], { key, other }, writing);
        return { result: { key }, mistakes: await writeUser(write, isDone) };
      } catch (error) {
        if (!(error instanceof ProviderFailure) || !isNo(error, ['rejected', 'not-found'])) throw error;
        throw new Invalid([toRightMistake(error, field)]);
      }
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
  if (kind === 'rejected') return { code: 'UPSTREAM_REJECTED', message, field };
  return point === 'user'
    ? { code: 'NOT_FOUND', message: notThere('user', null).message, field: ['userId'] }
    : { code: 'NOT_FOUND', message, field };
}

/** Looks whether a user has a role or permission, as a write wanted it. */
export function seekRight(way: Way) {
  return async ({ key, right, other, is }: Trail, looking: Looking): Promise<Verdict> => {
    if (typeof key !== 'string' || typeof other !== 'string') return { is: 'unknown' };
    if (right !== 'role' && right !== 'permission') return { is: 'unknown' };
    const held = await heldBy(way, right, key, looking);
    return held.includes(other) === is ? { is: 'done', result: { key } } : { is: 'notDone' };
  };
}

/** Ids of the roles or permissions of a user. */
async function heldBy({ call }: Way, right: Right, user: string, asking: Asking): Promise<readonly string[]> {
  return right === 'role'
    ? (await call(userEndpoints.listRoles, user, asking)).map(({ role_id: id }) => id)
    : (await call(userEndpoints.listPermissions, user, asking)).map(({ permission_id: id }) => id);
}
