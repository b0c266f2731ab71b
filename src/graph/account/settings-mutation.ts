import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { performAction } from '../mutations/item-writes.js';
import type { MutationResult } from '../mutations/perform-write.js';
import { IdempotencyKey } from '../mutations/idempotency-key.js';
import type { WrittenItem } from '../ports/writes.js';
import { AccountPayload } from './payload.js';

const NAME = 'Letters, digits, dot, dash and underscore; at most 64, e.g. "coverpage".';

@Resolver()
export class AccountSettingMutationResolver {
  @NeedsScope('admin')
  @Mutation(() => AccountPayload, {
    description: 'Sets one setting of an account, whether it was set before or not; `Account.setting(name:)` reads it.',
  })
  setAccountSetting(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('accountId', () => ID, { description: 'An `id` of an account.' }) accountId: string,
    @Arg('name', () => String, { description: NAME }) name: string,
    @Arg('value', () => String, {
      description: 'Text, at most 10000 characters; an empty one is no value: use `deleteAccountSetting`.',
    })
    value: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    return performAction(
      {
        noun: 'account',
        id: accountId,
        field: 'accountId',
        idempotencyKey,
        effect: 'replaces',
        action: 'keep settings of accounts',
        otherArguments: { name, value },
        act: ({ account }) => {
          const set = account?.writes?.setSetting;
          return set && ((key, writeAttempt) => set(key, name, value, writeAttempt));
        },
      },
      context,
      info,
    );
  }

  @NeedsScope('admin')
  @Mutation(() => AccountPayload, { description: 'Removes one setting of an account.' })
  deleteAccountSetting(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('accountId', () => ID, { description: 'An `id` of an account.' }) accountId: string,
    @Arg('name', () => String, { description: NAME }) name: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    return performAction(
      {
        noun: 'account',
        id: accountId,
        field: 'accountId',
        idempotencyKey,
        effect: 'replaces',
        action: 'keep settings of accounts',
        otherArguments: { name },
        act: ({ account }) => {
          const remove = account?.writes?.deleteSetting;
          return remove && ((key, writeAttempt) => remove(key, name, writeAttempt));
        },
      },
      context,
      info,
    );
  }
}
