import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../decorators.js';
import { change, make, remove } from '../make.js';
import type { Written } from '../mutate.js';
import { Idempotency } from '../mutation-args.js';
import { DeletePayload, payloadOf, toDeletePayload } from '../payload.js';
import type { Made } from '../writes.js';
import { Account } from './account.js';
import { CreateAccountInput, UpdateAccountInput } from './write-input.js';

type Info = GraphQLResolveInfo;

export const { Payload: AccountPayload, PayloadResolver: AccountPayloadResolver } = payloadOf(
  'Account',
  'account',
  'account',
  () => Account,
);

@Resolver()
export class AccountMutationResolver {
  @Mutation(() => AccountPayload, {
    description: 'Makes an account, extension, number (DID) or e-mail address that messages go out from (ICTCore).',
  })
  createAccount(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('input', () => CreateAccountInput, { description: 'What it is to be.' }) input: CreateAccountInput,
  ): Promise<Written<Made>> {
    const title = 'upstream with accounts';
    return make({ title, input, create: ({ account }) => account?.writes?.create }, context, info);
  }

  @Mutation(() => AccountPayload, { description: 'Changes an account: only what the input holds is sent.' })
  updateAccount(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('id', () => ID, { description: 'An `id` of an account.' }) id: string,
    @Arg('input', () => UpdateAccountInput, { description: 'What changes.' }) input: UpdateAccountInput,
  ): Promise<Written<Made>> {
    return change({ noun: 'account', id, input, update: ({ account }) => account?.writes?.update }, context, info);
  }

  @Mutation(() => DeletePayload, {
    description:
      'Deletes an account for good. ICTCore deletes the programs that were made for it first; `deletedIds` tells them too.',
  })
  deleteAccount(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('id', () => ID, { description: 'An `id` of an account.' }) id: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    const asked = { noun: 'account', id, idempotencyKey } as const;
    return toDeletePayload(
      'account',
      remove({ ...asked, remove: ({ account }) => account?.writes?.remove }, context, info),
    );
  }
}
