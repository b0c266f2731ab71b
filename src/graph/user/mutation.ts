import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../decorators.js';
import { actOn, change, make, remove } from '../make.js';
import type { Written } from '../mutate.js';
import { Idempotency } from '../mutation-args.js';
import { DeletePayload, payloadOf, toDeletePayload } from '../payload.js';
import type { Made } from '../writes.js';
import { User } from './user.js';
import { CreateUserInput, UpdateUserInput } from './write-input.js';

type Info = GraphQLResolveInfo;

export const { Payload: UserPayload, PayloadResolver: UserPayloadResolver } = payloadOf(
  'User',
  'user',
  'user',
  () => User,
);

@Resolver()
export class UserMutationResolver {
  @Mutation(() => UserPayload, {
    description:
      'Makes a user, who can log in at once, unless `active` is false; roles say what he or she may do (ICTCore).',
  })
  createUser(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('input', () => CreateUserInput, { description: 'Who it is to be.' }) input: CreateUserInput,
  ): Promise<Written<Made>> {
    return make({ title: 'upstream with users', input, create: ({ user }) => user?.writes?.create }, context, info);
  }

  @Mutation(() => UserPayload, { description: 'Changes a user: only what the input holds is sent.' })
  updateUser(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('id', () => ID, { description: 'An `id` of a user.' }) id: string,
    @Arg('input', () => UpdateUserInput, { description: 'What changes.' }) input: UpdateUserInput,
  ): Promise<Written<Made>> {
    return change({ noun: 'user', id, input, update: ({ user }) => user?.writes?.update }, context, info);
  }

  @Mutation(() => DeletePayload, { description: 'Deletes a user for good.' })
  deleteUser(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('id', () => ID, { description: 'An `id` of a user.' }) id: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    const asked = { noun: 'user', id, idempotencyKey } as const;
    return toDeletePayload('user', remove({ ...asked, remove: ({ user }) => user?.writes?.remove }, context, info));
  }

  @Mutation(() => UserPayload, { description: 'Gives a user another password; the old one ends at once.' })
  setUserPassword(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('id', () => ID, { description: 'An `id` of a user.' }) id: string,
    @Arg('password', () => String, {
      description: 'The new password, at most 128 characters, not blank. It is never told again.',
    })
    password: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<Written<Made>> {
    return actOn(
      {
        noun: 'user',
        id,
        idempotencyKey,
        effect: 'replaces',
        doing: 'change passwords',
        also: { password },
        act: ({ user }) => {
          const set = user?.writes?.setPassword;
          return set && ((key, writing) => set(key, password, writing));
        },
      },
      context,
      info,
    );
  }
}
