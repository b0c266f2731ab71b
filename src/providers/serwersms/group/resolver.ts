import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../../../graph/request/context.js';
import { Ctx, FieldResolver, Info, Int, Resolver, Root } from '../../../graph/values/decorators.js';
import { withFallback } from '../../../graph/request/failures.js';
import { SerwerSmsGroup } from './types.js';

@Resolver(() => SerwerSmsGroup)
export class SerwerSmsGroupResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many contacts it has, as SerwerSMS counts them; null when SerwerSMS does not tell.',
  })
  contactCount(
    @Root() group: SerwerSmsGroup,
    @Ctx() { loaders, failures }: Context,
    @Info() info: GraphQLResolveInfo,
  ): number | null | Promise<number | null> {
    if (group.contactCount !== undefined) return group.contactCount;
    // A contact names its group without its size.
    const countOfGroup = loaders.group.load(group.id).then((found) => found?.contactCount ?? null);
    return withFallback(countOfGroup, null, failures, info);
  }
}
