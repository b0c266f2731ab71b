import type { GraphQLResolveInfo } from 'graphql';

import { Account } from '../account/types.js';
import type { Connection } from '../lists/connection.js';
import type { Context } from '../request/context.js';
import { Arg, Ctx, FieldResolver, Float, Info, Query, Resolver, Root } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { Group } from '../group/types.js';
import { deferredColumn } from '../request/deferred-column.js';
import { loadLinked } from '../request/load-linked.js';
import { fetchConnection } from '../lists/list.js';
import { After, First, Upstreams } from '../lists/list-args.js';
import { Program } from '../program/types.js';
import { Campaign, CampaignFilter } from './types.js';
import { campaignListQuery } from './list-query.js';
import { CampaignConnection } from './connection.js';

@Resolver(() => Campaign)
export class CampaignResolver {
  @NeedsScope('read')
  @Query(() => CampaignConnection, {
    description: 'Campaigns of all upstreams that have campaigns (ICTCore), oldest first.',
  })
  campaigns(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @First() first: number | null,
    @After() after: string | null,
    @Arg('filter', () => CampaignFilter, { nullable: true, description: 'Only campaigns that match; all without.' })
    filter: CampaignFilter | null,
    @Upstreams() upstreams: string[] | null,
  ): Promise<Connection<Campaign>> {
    return fetchConnection(campaignListQuery(filter), { first, after, upstreams }, context, info);
  }

  @FieldResolver(() => Program, { nullable: true, description: 'What is sent; null when it is gone.' })
  program(@Root() row: Campaign, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Program | null> {
    return loadLinked('program', row.upstream, row.programKey, context, info);
  }

  @FieldResolver(() => Group, { nullable: true, description: 'Whom it is sent to; null when it is gone.' })
  group(@Root() row: Campaign, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Group | null> {
    return loadLinked('group', row.upstream, row.groupKey, context, info);
  }

  @FieldResolver(() => Account, { nullable: true, description: 'Through which account it is sent.' })
  account(@Root() row: Campaign, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Account | null> {
    return loadLinked('account', row.upstream, row.accountKey, context, info);
  }

  @FieldResolver(() => Float, { nullable: true })
  async progress(
    @Root() row: Campaign,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<number | null> {
    const [total, done] = await Promise.all([
      deferredColumn('campaign', row, 'contactsTotal', context, info),
      deferredColumn('campaign', row, 'contactsDone', context, info),
    ]);
    return total && typeof done === 'number' ? Math.min(1, done / total) : null;
  }
}
