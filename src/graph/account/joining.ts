import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../decorators.js';
import { actOn } from '../make.js';
import { mutate, type Written } from '../mutate.js';
import { Idempotency } from '../mutation-args.js';
import { neighbourOf, supported, targetOf } from '../target.js';
import type { Made } from '../writes.js';
import type { AccountWrites } from './backend.js';
import { AccountPayload } from './mutation.js';

type Info = GraphQLResolveInfo;

const ACCOUNT_ID = 'An `id` of an account.';

@Resolver()
export class AccountJoiningResolver {
  @Mutation(() => AccountPayload, {
    description: 'Subscribes an account to a program, so that what comes in for it is handled by that program.',
  })
  subscribeAccountToProgram(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('accountId', () => ID, { description: ACCOUNT_ID }) accountId: string,
    @Arg('programId', () => ID, { description: 'An `id` of a program of the same upstream.' }) programId: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<Written<Made>> {
    const other = { noun: 'program', id: programId, field: 'programId' } as const;
    return join('subscribe', 'subscribe accounts', { accountId, other, idempotencyKey }, context, info);
  }

  @Mutation(() => AccountPayload, {
    description: 'Ends the subscription of an account to a program. Some releases delete the program with it.',
  })
  unsubscribeAccountFromProgram(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('accountId', () => ID, { description: ACCOUNT_ID }) accountId: string,
    @Arg('programId', () => ID, { description: 'An `id` of a program of the same upstream.' }) programId: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<Written<Made>> {
    const other = { noun: 'program', id: programId, field: 'programId' } as const;
    return join('unsubscribe', 'unsubscribe accounts', { accountId, other, idempotencyKey }, context, info);
  }

  @Mutation(() => AccountPayload, {
    description: 'Ends all subscriptions of an account to programs. Some releases delete the programs made for it.',
  })
  clearAccountPrograms(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('accountId', () => ID, { description: ACCOUNT_ID }) accountId: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<Written<Made>> {
    const asked = { noun: 'account', id: accountId, field: 'accountId', idempotencyKey, effect: 'replaces' } as const;
    const act = ({ account }: { account?: { writes?: AccountWrites } }) => account?.writes?.clearPrograms;
    return actOn({ ...asked, doing: 'unsubscribe accounts', act }, context, info);
  }

  @Mutation(() => AccountPayload, {
    description:
      'Makes a user the owner of an account. Release 1.2 of ICTCore takes an extension in use from its owner and then fails to give it to another: a user error tells.',
  })
  assignAccountOwner(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('accountId', () => ID, { description: ACCOUNT_ID }) accountId: string,
    @Arg('userId', () => ID, { description: 'An `id` of a user of the same upstream.' }) userId: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<Written<Made>> {
    const other = { noun: 'user', id: userId, field: 'userId' } as const;
    return join('assign', 'give accounts to users', { accountId, other, idempotencyKey }, context, info);
  }

  @Mutation(() => AccountPayload, { description: 'Takes an account from its owner, so that nobody owns it.' })
  releaseAccount(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('accountId', () => ID, { description: ACCOUNT_ID }) accountId: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<Written<Made>> {
    const asked = { noun: 'account', id: accountId, field: 'accountId', idempotencyKey, effect: 'replaces' } as const;
    const act = ({ account }: { account?: { writes?: AccountWrites } }) => account?.writes?.release;
    return actOn({ ...asked, doing: 'take accounts from users', act }, context, info);
  }
}

interface Joining {
  readonly accountId: string;
  readonly other: { readonly noun: 'program' | 'user'; readonly id: string; readonly field: string };
  readonly idempotencyKey: string | null;
}

/** Does something with an account and a thing of the same upstream. */
function join(
  write: 'subscribe' | 'unsubscribe' | 'assign',
  doing: string,
  { accountId, other, idempotencyKey }: Joining,
  context: Context,
  info: Info,
): Promise<Written<Made>> {
  return mutate(context, info, () => {
    const { upstream, key } = targetOf('account', accountId, ['accountId'], context);
    const neighbour = neighbourOf(other.noun, other.id, upstream, [other.field]);
    const send = supported(upstream.backends.account?.writes?.[write], upstream, doing, ['accountId']);
    return {
      upstream,
      effect: 'replaces',
      key: idempotencyKey,
      arguments: { accountId, [other.field]: other.id },
      target: accountId,
      send: (writing) => send(key, neighbour, writing),
    };
  });
}
