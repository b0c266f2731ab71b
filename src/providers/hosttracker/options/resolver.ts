import { selectBackend } from '../../../graph/request/select-upstream.js';
import type { Context } from '../../../graph/request/context.js';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from '../../../graph/values/decorators.js';
import { NeedsScope } from '../../../graph/request/scopes.js';
import { translateErrors } from '../../../graph/values/errors.js';
import type { HostTrackerOptionsBackend } from './backend.js';
import { HostTrackerOptions } from './types.js';

@Resolver(() => HostTrackerOptions)
export class HostTrackerOptionsResolver {
  @NeedsScope('read')
  @Query(() => HostTrackerOptions, { description: 'Accepted values at a HostTracker account.' })
  hostTrackerOptions(
    @Ctx() { upstreams }: Context,
    @Arg('upstream', () => String, {
      nullable: true,
      description: 'Which account, by its name; needed where several are configured.',
    })
    name?: string | null,
  ): HostTrackerOptionsBackend {
    return selectBackend('hostTrackerOptions', { title: 'HostTracker account', name, upstreams });
  }

  @FieldResolver(() => [String])
  contactTypes(
    @Root() options: HostTrackerOptionsBackend,
    @Ctx() { callOptions }: Context,
  ): Promise<readonly string[]> {
    return translateErrors(options.contactTypes(callOptions));
  }

  @FieldResolver(() => [Int])
  alertDelaysMinutes(
    @Root() options: HostTrackerOptionsBackend,
    @Ctx() { callOptions }: Context,
  ): Promise<readonly number[]> {
    return translateErrors(options.alertDelaysMinutes(callOptions));
  }

  @FieldResolver(() => [String])
  smsGateways(@Root() options: HostTrackerOptionsBackend, @Ctx() { callOptions }: Context): Promise<readonly string[]> {
    return translateErrors(options.smsGateways(callOptions));
  }

  @FieldResolver(() => [String])
  imGateways(@Root() options: HostTrackerOptionsBackend, @Ctx() { callOptions }: Context): Promise<readonly string[]> {
    return translateErrors(options.imGateways(callOptions));
  }
}
