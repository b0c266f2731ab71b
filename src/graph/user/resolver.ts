import type { GraphQLResolveInfo } from 'graphql';

import type { Connection } from '../lists/connection.js';
import type { Context } from '../request/context.js';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { ListSized } from '../values/list-size.js';
import { deferredColumn } from '../request/deferred-column.js';
import { fetchConnection } from '../lists/list.js';
import { After, First, Upstreams } from '../lists/list-args.js';
import { Permission, Role, User, UserFilter } from './types.js';
import { userListQuery } from './list-query.js';
import { UserConnection } from './connection.js';

type Info = GraphQLResolveInfo;

@Resolver(() => User)
export class UserResolver {
  @NeedsScope('admin')
  @Query(() => UserConnection, { description: 'Users of all upstreams that have users (ICTCore).' })
  users(
    @Ctx() context: Context,
    @Info() info: Info,
    @First() first: number | null,
    @After() after: string | null,
    @Arg('filter', () => UserFilter, { nullable: true, description: 'Only users that match; all without.' })
    filter: UserFilter | null,
    @Upstreams() upstreams: string[] | null,
  ): Promise<Connection<User>> {
    return fetchConnection(userListQuery(filter), { first, after, upstreams }, context, info);
  }

  @ListSized(10)
  @FieldResolver(() => [Role], { description: 'Sets of permissions that the user has. One request for each user.' })
  async roles(@Root() row: User, @Ctx() context: Context, @Info() info: Info): Promise<readonly Role[]> {
    return (await deferredColumn('user', row, 'roles', context, info)) ?? [];
  }

  @ListSized(20)
  @FieldResolver(() => [Permission], {
    description: 'Rights that the user has besides those of the roles. One request for each user.',
  })
  async permissions(@Root() row: User, @Ctx() context: Context, @Info() info: Info): Promise<readonly Permission[]> {
    return (await deferredColumn('user', row, 'permissions', context, info)) ?? [];
  }
}
