import type { GraphQLResolveInfo } from 'graphql';

import type { Connection } from '../lists/connection.js';
import type { Context } from '../request/context.js';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { badInput } from '../values/errors.js';
import { deferredColumn, loadColumn } from '../request/deferred-column.js';
import { loadLinked } from '../request/load-linked.js';
import { fetchConnection } from '../lists/list.js';
import { After, First, Upstreams } from '../lists/list-args.js';
import { User } from '../user/types.js';
import { Account } from './types.js';
import { accountListQuery } from './list-query.js';
import { AccountConnection } from './connection.js';

type Info = GraphQLResolveInfo;

@Resolver(() => Account)
export class AccountResolver {
  @NeedsScope('admin')
  @Query(() => AccountConnection, { description: 'Accounts of all upstreams that have accounts (ICTCore).' })
  accounts(
    @Ctx() context: Context,
    @Info() info: Info,
    @First() first: number | null,
    @After() after: string | null,
    @Upstreams() upstreams: string[] | null,
  ): Promise<Connection<Account>> {
    return fetchConnection(accountListQuery(), { first, after, upstreams }, context, info);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Whose account it is; null when nobody owns it.' })
  owner(@Root() row: Account, @Ctx() context: Context, @Info() info: Info): Promise<User | null> {
    const key = deferredColumn('account', row, 'ownerKey', context, info);
    return loadLinked('user', row.upstream, Promise.resolve(key), context, info);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The value of one of its settings, e.g. "coverpage"; null when it is not set. A value that is not text is given as JSON text. One request or two for each account.',
  })
  setting(
    @Root() row: Account,
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('name', () => String, { description: 'Letters, digits, dot, dash and underscore; at most 64.' }) name: string,
  ): PromiseLike<string | null> {
    if (!/^[\w.-]{1,64}$/.test(name)) {
      throw badInput(
        `"${name.slice(0, 80)}" is no name of a setting: letters, digits, dot, dash, underscore, at most 64`,
      );
    }
    return loadColumn('account', row, `setting:${name}`, context, info) as PromiseLike<string | null>;
  }
}
