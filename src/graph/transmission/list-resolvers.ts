import type { GraphQLResolveInfo } from 'graphql';

import { condition } from '../../query/filter.js';
import { Campaign } from '../campaign/types.js';
import type { Connection } from '../lists/connection.js';
import { After, First } from '../lists/list-args.js';
import { Program } from '../program/types.js';
import type { Context } from '../request/context.js';
import { Ctx, FieldResolver, Info, Resolver, Root } from '../values/decorators.js';
import { decodeId } from '../values/id.js';
import { listTransmissions } from './list.js';
import type { Transmission } from './types.js';
import { TransmissionConnection } from './connection.js';

@Resolver(() => Campaign)
export class CampaignTransmissionsResolver {
  @FieldResolver(() => TransmissionConnection, { description: 'What it sent, or is about to send.' })
  transmissions(
    @Root() row: Campaign,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @First() first: number | null,
    @After() after: string | null,
  ): Promise<Connection<Transmission>> {
    const extraFilter = condition('campaignId', decodeId(row.id));
    return listTransmissions({ extraFilter }, { first, after, upstreams: [row.upstream.name] }, context, info);
  }
}

@Resolver(() => Program)
export class ProgramTransmissionsResolver {
  @FieldResolver(() => TransmissionConnection, { description: 'What was sent or taken in with it.' })
  transmissions(
    @Root() row: Program,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @First() first: number | null,
    @After() after: string | null,
  ): Promise<Connection<Transmission>> {
    const extraFilter = condition('programId', decodeId(row.id));
    return listTransmissions({ extraFilter }, { first, after, upstreams: [row.upstream.name] }, context, info);
  }
}
