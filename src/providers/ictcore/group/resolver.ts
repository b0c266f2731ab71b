import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../../../graph/request/context.js';
import { Ctx, FieldResolver, Info, Int, Resolver, Root } from '../../../graph/values/decorators.js';
import { encodeId } from '../../../graph/values/id.js';
import { deferredColumn } from '../../../graph/request/deferred-column.js';
import { UrlScalar } from '../../../graph/values/scalars.js';
import { SAMPLE_KEY } from '../media/backend.js';
import { IctCoreGroup } from '../types.js';

/** What either the list of groups or a group's item lacks. */
@Resolver(() => IctCoreGroup)
export class IctCoreGroupResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many contacts it has, as ICTCore counts them: only its list of groups tells. Null when unknown.',
  })
  contactCount(@Root() row: IctCoreGroup, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('group', row, 'contactCount', context, info);
  }

  @FieldResolver(() => UrlScalar, {
    description:
      'Where to GET its contacts as CSV (phone, first name, last name, e-mail, address, custom 1 to 3, description; no header line), as an import takes it: values with line breaks excepted. It takes two requests, and one more for each contact where a value of any holds a quotation mark or a line break, which the export of ICTCore itself does not write readably. Signed, good for 15 minutes, needs no other header.',
  })
  csvUrl(@Root() { id }: IctCoreGroup, @Ctx() { mediaUrl }: Context): string {
    return mediaUrl('GET', id).url;
  }

  @FieldResolver(() => UrlScalar, {
    description:
      'Where to GET a sample of such a CSV, the same for every group: it shows the nine columns that an import takes, without a header line. Signed, good for 15 minutes, needs no other header.',
  })
  csvSampleUrl(@Root() { upstream }: IctCoreGroup, @Ctx() { mediaUrl }: Context): string {
    return mediaUrl('GET', encodeId(upstream.name, 'group', SAMPLE_KEY)).url;
  }
}
