import type { GraphQLResolveInfo } from 'graphql';

import type { Connection } from '../connection.js';
import { Channel } from '../contact/contact.js';
import type { Context } from '../context.js';
import { Arg, Ctx, Info, Query, Resolver } from '../decorators.js';
import { list, MOST_ROWS } from '../list.js';
import { Providers, Upstreams } from '../list-args.js';
import { GatewayConnection } from './connection.js';
import { Gateway } from './gateway.js';
import { gatewayQuestion } from './question.js';

@Resolver(() => Gateway)
export class GatewayResolver {
  @Query(() => GatewayConnection, {
    description:
      'Whatever carries messages out: gateways of HostTracker accounts and trunks of ICTCore. All in one page of at most 1000.',
  })
  gateways(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('channel', () => Channel, { nullable: true, description: 'Only those that carry this; all without.' })
    channel: Channel | null,
    @Upstreams() upstreams: string[] | null,
    @Providers() providers: string[] | null,
  ): Promise<Connection<Gateway>> {
    return list(gatewayQuestion(channel), { first: MOST_ROWS, upstreams, providers }, context, info);
  }
}
