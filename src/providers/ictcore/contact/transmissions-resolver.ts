import type { GraphQLResolveInfo } from 'graphql';

import type { Connection } from '../../../graph/lists/connection.js';
import type { Context } from '../../../graph/request/context.js';
import { Ctx, FieldResolver, Info, Resolver, Root } from '../../../graph/values/decorators.js';
import { decodeId } from '../../../graph/values/id.js';
import { After, First } from '../../../graph/lists/list-args.js';
import { listTransmissions } from '../../../graph/transmission/list.js';
import type { Transmission } from '../../../graph/transmission/types.js';
import { condition } from '../../../query/filter.js';
import { IctCoreContact } from './types.js';
import { TransmissionConnection } from '../../../graph/transmission/connection.js';

@Resolver(() => IctCoreContact)
export class IctCoreContactTransmissionsResolver {
  @FieldResolver(() => TransmissionConnection, {
    description: 'What was sent to it and what came from it. One request for each contact.',
  })
  transmissions(
    @Root() row: IctCoreContact,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @First() first: number | null,
    @After() after: string | null,
  ): Promise<Connection<Transmission>> {
    const extraFilter = condition('contactId', decodeId(row.id));
    return listTransmissions({ extraFilter }, { first, after, upstreams: [row.upstream.name] }, context, info);
  }
}
