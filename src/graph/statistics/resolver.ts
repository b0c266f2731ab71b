import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { Ctx, Info, Query, Resolver } from '../decorators.js';
import { orReport } from '../failures.js';
import { chooseUpstreams } from '../list.js';
import { Upstreams } from '../list-args.js';
import { Statistics } from './statistics.js';

@Resolver()
export class StatisticsResolver {
  @Query(() => [Statistics], {
    description:
      'What each upstream that counts (ICTCore) has counted; one that fails is missing and told in `errors`.',
  })
  async statistics(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Upstreams() upstreams: string[] | null,
  ): Promise<readonly Statistics[]> {
    const counted = chooseUpstreams({ upstreams }, context).map(async ({ backends }) => {
      const later = backends.statistics?.read(context.asking) ?? Promise.resolve(null);
      return orReport<Statistics | null>(later, null, context.failures, info);
    });
    return (await Promise.all(counted)).filter((each) => each !== null);
  }
}
