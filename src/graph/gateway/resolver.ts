import type { GraphQLResolveInfo } from 'graphql';

import type { Connection } from '../lists/connection.js';
import { Channel } from '../contact/types.js';
import type { Context } from '../request/context.js';
import { Arg, Ctx, Info, Query, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { fetchConnection } from '../lists/list.js';
import { After, First, Providers, Upstreams } from '../lists/list-args.js';
import { GatewayConnection } from './connection.js';
import { Gateway } from './types.js';
import { gatewayListQuery } from './list-query.js';

@Resolver(() => Gateway)
export class GatewayResolver {
  @NeedsScope('admin')
  @Query(() => GatewayConnection, {
    description: 'Whatever carries messages out: gateways of HostTracker accounts and trunks of ICTCore.',
  })
  gateways(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @First() first: number | null,
    @After() after: string | null,
    @Arg('channel', () => Channel, { nullable: true, description: 'Only those that carry this; all without.' })
    channel: Channel | null,
    @Upstreams() upstreams: string[] | null,
    @Providers() providers: string[] | null,
  ): Promise<Connection<Gateway>> {
    return fetchConnection(gatewayListQuery(channel), { first, after, upstreams, providers }, context, info);
  }
}
