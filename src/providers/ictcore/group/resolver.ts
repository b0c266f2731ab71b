import type { Context } from '../../../graph/request/context.js';
import { Ctx, FieldResolver, Resolver, Root } from '../../../graph/values/decorators.js';
import { encodeId } from '../../../graph/values/id.js';
import { UrlScalar } from '../../../graph/values/scalars.js';
import { SAMPLE_KEY } from './csv-rows.js';
import { IctCoreGroup } from './types.js';

/** The contacts of a group as a file. */
@Resolver(() => IctCoreGroup)
export class IctCoreGroupResolver {
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
