import type { Context } from '../request/context.js';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { ListSized } from '../values/list-size.js';
import { ProviderName, Upstream, UpstreamError, UpstreamState, toUpstreamError } from './types.js';
import type { UpstreamValue } from '../ports/upstream-value.js';
import { filterUpstreams } from '../request/select-upstream.js';

@Resolver(() => Upstream)
export class UpstreamResolver {
  @ListSized(5)
  @NeedsScope('read')
  @Query(() => [Upstream], { description: 'The configured accounts, in the order of the config.' })
  upstreams(
    @Ctx() context: Context,
    @Arg('providers', () => [ProviderName], { nullable: true, description: 'Only accounts at these providers.' })
    providers: string[] | null,
  ): UpstreamValue[] {
    return filterUpstreams({ providers }, context).map(({ value }) => value);
  }

  @FieldResolver(() => UpstreamState)
  state(@Root() { health }: UpstreamValue): UpstreamState {
    return health.state();
  }

  @FieldResolver(() => UpstreamError, { nullable: true })
  lastError(@Root() { health }: UpstreamValue): UpstreamError | null {
    const failure = health.lastFailure();
    return failure ? toUpstreamError(failure) : null;
  }
}
