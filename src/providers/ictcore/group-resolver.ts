import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../../graph/context.js';
import { Ctx, FieldResolver, Info, Int, Resolver, Root } from '../../graph/decorators.js';
import { orReport } from '../../graph/failures.js';
import { UrlScalar } from '../../graph/scalars.js';
import { lateField, lateOf } from './late.js';
import { IctCoreGroup } from './types.js';

/** What either the list of groups or a group's item lacks. */
@Resolver(() => IctCoreGroup)
export class IctCoreGroupResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many contacts it has, as ICTCore counts them: only its list of groups tells. Null when unknown.',
  })
  contactCount(
    @Root() row: IctCoreGroup,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): number | null | Promise<number | null> {
    if (row.contactCount !== undefined) return row.contactCount;
    return orReport(lateOf(row, context).contactCount(row.upstreamId, context.asking), null, context.failures, info);
  }

  @FieldResolver(() => String, { nullable: true })
  description(@Root() row: IctCoreGroup, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const readWhole = () => lateOf(row, context).readGroup(row.upstreamId, context.asking);
    return lateField(row, 'description', readWhole, context, info);
  }

  @FieldResolver(() => UrlScalar, {
    description:
      'Where to GET its contacts as CSV (phone, first name, last name, e-mail, address, custom 1 to 3, description; no header line). Signed, good for 15 minutes, needs no other header.',
  })
  csvUrl(@Root() { id }: IctCoreGroup, @Ctx() { mediaUrl }: Context): string {
    return mediaUrl('GET', id).url;
  }
}
