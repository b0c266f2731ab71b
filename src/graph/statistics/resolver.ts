import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Ctx, Info, Query, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { ListSized } from '../values/list-size.js';
import { withFallback } from '../request/failures.js';
import { Upstreams } from '../lists/list-args.js';
import { Statistics } from './types.js';
import { filterUpstreams } from '../request/select-upstream.js';

@Resolver()
export class StatisticsResolver {
  @ListSized(5)
  @NeedsScope('read')
  @Query(() => [Statistics], {
    description:
      'What each upstream that counts (ICTCore) has counted; one that fails is missing and told in `errors`.',
  })
  async statistics(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Upstreams() upstreams: string[] | null,
  ): Promise<readonly Statistics[]> {
    const counted = filterUpstreams({ upstreams }, context).map(async ({ backends }) => {
      const later = backends.statistics?.read(context.callOptions) ?? Promise.resolve(null);
      return withFallback<Statistics | null>(later, null, context.failures, info);
    });
    return (await Promise.all(counted)).filter((each) => each !== null);
  }
}
