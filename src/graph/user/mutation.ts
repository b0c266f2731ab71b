import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { performAction, updateItem, createItem, deleteItem } from '../mutations/item-writes.js';
import type { MutationResult } from '../mutations/perform-write.js';
import { IdempotencyKey } from '../mutations/idempotency-key.js';
import { DeletePayload, toDeletePayload } from '../mutations/payload.js';
import type { WrittenItem } from '../ports/writes.js';
import { CreateUserInput, UpdateUserInput } from './inputs.js';
import { UserPayload } from './payload.js';

type Info = GraphQLResolveInfo;

@Resolver()
export class UserMutationResolver {
  @NeedsScope('admin')
  @Mutation(() => UserPayload, {
    description:
      'Makes a user, who can log in at once, unless `active` is false; roles say what he or she may do (ICTCore).',
  })
  createUser(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('input', () => CreateUserInput, { description: 'Who it is to be.' }) input: CreateUserInput,
  ): Promise<MutationResult<WrittenItem>> {
    return createItem(
      { title: 'upstream with users', input, create: ({ user }) => user?.writes?.create },
      context,
      info,
    );
  }

  @NeedsScope('admin')
  @Mutation(() => UserPayload, { description: 'Changes a user: only what the input holds is sent.' })
  updateUser(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('id', () => ID, { description: 'An `id` of a user.' }) id: string,
    @Arg('input', () => UpdateUserInput, { description: 'What changes.' }) input: UpdateUserInput,
  ): Promise<MutationResult<WrittenItem>> {
    return updateItem({ noun: 'user', id, input, update: ({ user }) => user?.writes?.update }, context, info);
  }

  @NeedsScope('admin')
  @Mutation(() => DeletePayload, { description: 'Deletes a user for good.' })
  deleteUser(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('id', () => ID, { description: 'An `id` of a user.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    const asked = { noun: 'user', id, idempotencyKey } as const;
    return toDeletePayload('user', deleteItem({ ...asked, remove: ({ user }) => user?.writes?.remove }, context, info));
  }

  @NeedsScope('admin')
  @Mutation(() => UserPayload, { description: 'Gives a user another password; the old one ends at once.' })
  setUserPassword(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('id', () => ID, { description: 'An `id` of a user.' }) id: string,
    @Arg('password', () => String, {
      description: 'The new password, at most 128 characters, not blank. It is never told again.',
    })
    password: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    return performAction(
      {
        noun: 'user',
        id,
        idempotencyKey,
        effect: 'replaces',
        action: 'change passwords',
        otherArguments: { password },
        act: ({ user }) => {
          const set = user?.writes?.setPassword;
          return set && ((key, writeAttempt) => set(key, password, writeAttempt));
        },
      },
      context,
      info,
    );
  }
}
