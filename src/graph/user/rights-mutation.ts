import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { performAction } from '../mutations/item-writes.js';
import type { MutationResult } from '../mutations/perform-write.js';
import { IdempotencyKey } from '../mutations/idempotency-key.js';
import type { WrittenItem } from '../ports/writes.js';
import type { UserWrites } from './backend.js';
import { UserPayload } from './payload.js';

type Info = GraphQLResolveInfo;

const USER_ID = 'An `id` of a user.';
const ROLE_ID = "The provider's own id of a role, as `Role.upstreamId` tells it.";
const PERMISSION_ID = "The provider's own id of a permission, as `Permission.upstreamId` tells it.";

@Resolver()
export class UserRightMutationResolver {
  @NeedsScope('admin')
  @Mutation(() => UserPayload, { description: 'Gives a user a role, and with it all permissions of the role.' })
  grantUserRole(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('userId', () => ID, { description: USER_ID }) userId: string,
    @Arg('roleId', () => String, { description: ROLE_ID }) roleId: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    return changeRight('grantRole', { userId, roleId, idempotencyKey }, context, info);
  }

  @NeedsScope('admin')
  @Mutation(() => UserPayload, { description: 'Takes a role from a user; one that the user has not is no mistake.' })
  revokeUserRole(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('userId', () => ID, { description: USER_ID }) userId: string,
    @Arg('roleId', () => String, { description: ROLE_ID }) roleId: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    return changeRight('revokeRole', { userId, roleId, idempotencyKey }, context, info);
  }

  @NeedsScope('admin')
  @Mutation(() => UserPayload, {
    description:
      'Gives a user one permission. Release 1.2 of ICTCore never does it, which is UPSTREAM_REJECTED, and takes from the user the permissions that he has of his own: give a role in its place.',
  })
  grantUserPermission(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('userId', () => ID, { description: USER_ID }) userId: string,
    @Arg('permissionId', () => String, { description: PERMISSION_ID }) permissionId: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    return changeRight('grantPermission', { userId, permissionId, idempotencyKey }, context, info);
  }

  @NeedsScope('admin')
  @Mutation(() => UserPayload, {
    description:
      'Takes one permission from a user; those that come with roles stay. Release 1.2 of ICTCore takes all others that he has of his own too: a user error tells.',
  })
  revokeUserPermission(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('userId', () => ID, { description: USER_ID }) userId: string,
    @Arg('permissionId', () => String, { description: PERMISSION_ID }) permissionId: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    return changeRight('revokePermission', { userId, permissionId, idempotencyKey }, context, info);
  }
}

type RightChange = keyof Pick<UserWrites, 'grantRole' | 'revokeRole' | 'grantPermission' | 'revokePermission'>;

interface Right {
  readonly userId: string;
  readonly roleId?: string;
  readonly permissionId?: string;
  readonly idempotencyKey: string | null;
}

function changeRight(
  change: RightChange,
  { userId, roleId, permissionId, idempotencyKey }: Right,
  context: Context,
  info: Info,
): Promise<MutationResult<WrittenItem>> {
  const right = roleId ?? permissionId ?? '';
  return performAction(
    {
      noun: 'user',
      id: userId,
      field: 'userId',
      idempotencyKey,
      effect: 'replaces',
      action: 'change what users may do',
      otherArguments: { roleId, permissionId },
      act: ({ user }) => {
        const write = user?.writes?.[change];
        return write && ((key, writeAttempt) => write(key, right, writeAttempt));
      },
    },
    context,
    info,
  );
}
