import type { GraphQLResolveInfo } from 'graphql';

import type { Connection } from '../lists/connection.js';
import type { Context } from '../request/context.js';
import { Arg, Ctx, Info, Query, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { fetchConnection } from '../lists/list.js';
import { After, First, Providers, Upstreams } from '../lists/list-args.js';
import { GroupConnection } from './connection.js';
import { Group, GroupFilter } from './types.js';
import { groupListQuery } from './list-query.js';

@Resolver(() => Group)
export class GroupResolver {
  @NeedsScope('read')
  @Query(() => GroupConnection, {
    description: 'Groups of all upstreams that have groups. An upstream that fails costs its own rows: see `sources`.',
  })
  groups(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @First() first: number | null,
    @After() after: string | null,
    @Arg('filter', () => GroupFilter, { nullable: true, description: 'Only groups that match; all without.' })
    filter: GroupFilter | null,
    @Upstreams() upstreams: string[] | null,
    @Providers() providers: string[] | null,
  ): Promise<Connection<Group>> {
    return fetchConnection(groupListQuery(filter), { first, after, upstreams, providers }, context, info);
  }
}
