import type { GraphQLResolveInfo } from 'graphql';

import type { WriteAttempt } from '../../operations/intent.js';
import type { Context } from '../request/context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { performAction } from '../mutations/item-writes.js';
import { performWrite, type MutationResult } from '../mutations/perform-write.js';
import { IdempotencyKey } from '../mutations/idempotency-key.js';
import { sameUpstreamKeyOf, requireSupport, targetOf } from '../mutations/target.js';
import type { WrittenItem } from '../ports/writes.js';
import type { AccountWrites, OwnerChange } from './backend.js';
import { AccountPayload } from './payload.js';

type Info = GraphQLResolveInfo;

const ACCOUNT_ID = 'An `id` of an account.';

@Resolver()
export class AccountLinkMutationResolver {
  @NeedsScope('admin')
  @Mutation(() => AccountPayload, {
    description:
      'Subscribes an account to a program, so that what comes in for it is handled by that program. Only for programs that receive: one that sends would send everything twice from then on, and is refused. Release 1.2 of ICTCore answers with success and changes nothing, so the program is read afterwards: UPSTREAM_REJECTED where it is still of another account. Make a program for the account instead.',
  })
  subscribeAccountToProgram(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('accountId', () => ID, { description: ACCOUNT_ID }) accountId: string,
    @Arg('programId', () => ID, { description: 'An `id` of a program of the same upstream.' }) programId: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    const other = { noun: 'program', id: programId, field: 'programId' } as const;
    return linkAccount('subscribe', 'subscribe accounts', { accountId, other, idempotencyKey }, context, info);
  }

  @NeedsScope('admin')
  @Mutation(() => AccountPayload, {
    description:
      'Ends the subscription of an account to a program. Release 1.2 of ICTCore deletes a program that was made for the account, with the programs below it.',
  })
  unsubscribeAccountFromProgram(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('accountId', () => ID, { description: ACCOUNT_ID }) accountId: string,
    @Arg('programId', () => ID, { description: 'An `id` of a program of the same upstream.' }) programId: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    const other = { noun: 'program', id: programId, field: 'programId' } as const;
    return linkAccount('unsubscribe', 'unsubscribe accounts', { accountId, other, idempotencyKey }, context, info);
  }

  @NeedsScope('admin')
  @Mutation(() => AccountPayload, {
    description:
      'Ends all subscriptions of an account to programs. Release 1.2 of ICTCore deletes the programs that were made for it, with those below them.',
  })
  clearAccountPrograms(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('accountId', () => ID, { description: ACCOUNT_ID }) accountId: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    const asked = { noun: 'account', id: accountId, field: 'accountId', idempotencyKey, effect: 'replaces' } as const;
    const act = ({ account }: { account?: { writes?: AccountWrites } }) => account?.writes?.clearPrograms;
    return performAction({ ...asked, action: 'unsubscribe accounts', act }, context, info);
  }

  @NeedsScope('admin')
  @Mutation(() => AccountPayload, {
    description:
      'Makes a user the owner of an account. ICTCore deletes all programs that were made for the account by it, so that nothing handles any more what comes in for it: see `deletesPrograms`. Release 1.2 takes an extension in use from its owner and then fails to give it to another: a user error tells.',
  })
  assignAccountOwner(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('accountId', () => ID, { description: ACCOUNT_ID }) accountId: string,
    @Arg('userId', () => ID, { description: 'An `id` of a user of the same upstream.' }) userId: string,
    @DeletesPrograms() deletesPrograms: boolean,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    const other = { noun: 'user', id: userId, field: 'userId' } as const;
    const joining = { accountId, other, idempotencyKey, options: { deletesPrograms } };
    return linkAccount('assign', 'give accounts to users', joining, context, info);
  }

  @NeedsScope('admin')
  @Mutation(() => AccountPayload, {
    description:
      'Takes an account from its owner, so that nobody owns it. ICTCore deletes all programs that were made for the account by it: see `deletesPrograms`.',
  })
  releaseAccount(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('accountId', () => ID, { description: ACCOUNT_ID }) accountId: string,
    @DeletesPrograms() deletesPrograms: boolean,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    const asked = { noun: 'account', id: accountId, field: 'accountId', idempotencyKey, effect: 'replaces' } as const;
    const act = ({ account }: { account?: { writes?: AccountWrites } }) => {
      const release = account?.writes?.release;
      return release && ((key: string, writeAttempt: WriteAttempt) => release(key, { deletesPrograms }, writeAttempt));
    };
    const otherArguments = { deletesPrograms };
    return performAction({ ...asked, action: 'take accounts from users', act, otherArguments }, context, info);
  }
}

function DeletesPrograms(): ParameterDecorator {
  return Arg('deletesPrograms', () => Boolean, {
    defaultValue: false,
    description:
      'Whether the programs of the account may be deleted by it. False: where there are any, they are named and nothing is done.',
  }) as ParameterDecorator;
}

interface AccountLink {
  readonly accountId: string;
  readonly other: { readonly noun: 'program' | 'user'; readonly id: string; readonly field: string };
  readonly idempotencyKey: string | null;
  /** Arguments beside the two ids. */
  readonly options?: OwnerChange;
}

/** Does something with an account and a thing of the same upstream. */
function linkAccount(
  write: 'subscribe' | 'unsubscribe' | 'assign',
  action: string,
  { accountId, other, idempotencyKey, options }: AccountLink,
  context: Context,
  info: Info,
): Promise<MutationResult<WrittenItem>> {
  return performWrite(context, info, () => {
    const { upstream, key } = targetOf('account', accountId, ['accountId'], context);
    const neighbour = sameUpstreamKeyOf(other.noun, other.id, upstream, [other.field]);
    const writes = upstream.backends.account?.writes;
    const send = requireSupport(linkWriteOf(write, writes, options), upstream, action, ['accountId']);
    return {
      upstream,
      effect: 'replaces',
      key: idempotencyKey,
      arguments: { accountId, [other.field]: other.id, ...options },
      target: accountId,
      send: (writeAttempt) => send(key, neighbour, writeAttempt),
    };
  });
}

function linkWriteOf(
  write: 'subscribe' | 'unsubscribe' | 'assign',
  writes: AccountWrites | undefined,
  options: OwnerChange = { deletesPrograms: false },
): AccountWrites['subscribe'] {
  if (write !== 'assign') return writes?.[write];
  const assign = writes?.assign;
  return assign && ((account, user, writeAttempt) => assign(account, user, options, writeAttempt));
}
