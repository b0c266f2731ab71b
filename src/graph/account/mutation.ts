import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { updateItem, createItem, deleteItem } from '../mutations/item-writes.js';
import type { MutationResult } from '../mutations/perform-write.js';
import { IdempotencyKey } from '../mutations/idempotency-key.js';
import { DeletePayload, toDeletePayload } from '../mutations/payload.js';
import type { WrittenItem } from '../ports/writes.js';
import { CreateAccountInput, UpdateAccountInput } from './inputs.js';
import { AccountPayload } from './payload.js';

type Info = GraphQLResolveInfo;

@Resolver()
export class AccountMutationResolver {
  @NeedsScope('admin')
  @Mutation(() => AccountPayload, {
    description: 'Makes an account, extension, number (DID) or e-mail address that messages go out from (ICTCore).',
  })
  createAccount(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('input', () => CreateAccountInput, { description: 'What it is to be.' }) input: CreateAccountInput,
  ): Promise<MutationResult<WrittenItem>> {
    const title = 'upstream with accounts';
    return createItem({ title, input, create: ({ account }) => account?.writes?.create }, context, info);
  }

  @NeedsScope('admin')
  @Mutation(() => AccountPayload, { description: 'Changes an account: only what the input holds is sent.' })
  updateAccount(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('id', () => ID, { description: 'An `id` of an account.' }) id: string,
    @Arg('input', () => UpdateAccountInput, { description: 'What changes.' }) input: UpdateAccountInput,
  ): Promise<MutationResult<WrittenItem>> {
    return updateItem({ noun: 'account', id, input, update: ({ account }) => account?.writes?.update }, context, info);
  }

  @NeedsScope('admin')
  @Mutation(() => DeletePayload, {
    description:
      'Deletes an account for good. ICTCore deletes the programs that were made for it first; `deletedIds` tells them too.',
  })
  deleteAccount(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('id', () => ID, { description: 'An `id` of an account.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    const asked = { noun: 'account', id, idempotencyKey } as const;
    return toDeletePayload(
      'account',
      deleteItem({ ...asked, remove: ({ account }) => account?.writes?.remove }, context, info),
    );
  }
}
