import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../decorators.js';
import { actOn } from '../make.js';
import type { Written } from '../mutate.js';
import { Idempotency } from '../mutation-args.js';
import type { Made } from '../writes.js';
import type { UserWrites } from './backend.js';
import { UserPayload } from './mutation.js';

type Info = GraphQLResolveInfo;

const USER_ID = 'An `id` of a user.';
const ROLE_ID = "The provider's own id of a role, as `Role.upstreamId` tells it.";
const PERMISSION_ID = "The provider's own id of a permission, as `Permission.upstreamId` tells it.";

@Resolver()
export class UserRightMutationResolver {
  @Mutation(() => UserPayload, { description: 'Gives a user a role, and with it all permissions of the role.' })
  grantUserRole(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('userId', () => ID, { description: USER_ID }) userId: string,
    @Arg('roleId', () => String, { description: ROLE_ID }) roleId: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<Written<Made>> {
    return changeRight('grantRole', { userId, roleId, idempotencyKey }, context, info);
  }

  @Mutation(() => UserPayload, { description: 'Takes a role from a user; one that the user has not is no mistake.' })
  revokeUserRole(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('userId', () => ID, { description: USER_ID }) userId: string,
    @Arg('roleId', () => String, { description: ROLE_ID }) roleId: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<Written<Made>> {
    return changeRight('revokeRole', { userId, roleId, idempotencyKey }, context, info);
  }

  @Mutation(() => UserPayload, {
    description:
      'Gives a user one permission. Release 1.2 of ICTCore never does it, which is UPSTREAM_REJECTED, and takes from the user the permissions that he has of his own: give a role in its place.',
  })
  grantUserPermission(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('userId', () => ID, { description: USER_ID }) userId: string,
    @Arg('permissionId', () => String, { description: PERMISSION_ID }) permissionId: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<Written<Made>> {
    return changeRight('grantPermission', { userId, permissionId, idempotencyKey }, context, info);
  }

  @Mutation(() => UserPayload, {
    description:
      'Takes one permission from a user; those that come with roles stay. Release 1.2 of ICTCore takes all others that he has of his own too: a user error tells.',
  })
  revokeUserPermission(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('userId', () => ID, { description: USER_ID }) userId: string,
    @Arg('permissionId', () => String, { description: PERMISSION_ID }) permissionId: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<Written<Made>> {
    return changeRight('revokePermission', { userId, permissionId, idempotencyKey }, context, info);
  }
}

type Change = keyof Pick<UserWrites, 'grantRole' | 'revokeRole' | 'grantPermission' | 'revokePermission'>;

interface Right {
  readonly userId: string;
  readonly roleId?: string;
  readonly permissionId?: string;
  readonly idempotencyKey: string | null;
}

function changeRight(
  change: Change,
  { userId, roleId, permissionId, idempotencyKey }: Right,
  context: Context,
  info: Info,
): Promise<Written<Made>> {
  const right = roleId ?? permissionId ?? '';
  return actOn(
    {
      noun: 'user',
      id: userId,
      field: 'userId',
      idempotencyKey,
      effect: 'replaces',
      doing: 'change what users may do',
      also: { roleId, permissionId },
      act: ({ user }) => {
        const write = user?.writes?.[change];
        return write && ((key, writing) => write(key, right, writing));
      },
    },
    context,
    info,
  );
}
