import { selectBackend } from '../../../graph/request/select-upstream.js';
import type { Context } from '../../../graph/request/context.js';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from '../../../graph/values/decorators.js';
import { translateErrors } from '../../../graph/values/errors.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { Caller } from '../../../wire/endpoint.js';
import type { Endpoints } from '../endpoints.js';

/** What an account accepts, one request for each list. */
export interface HostTrackerOptionsBackend {
  readonly contactTypes: (callOptions: CallOptions) => Promise<readonly string[]>;
  readonly alertDelaysMinutes: (callOptions: CallOptions) => Promise<readonly number[]>;
  readonly smsGateways: (callOptions: CallOptions) => Promise<readonly string[]>;
  readonly imGateways: (callOptions: CallOptions) => Promise<readonly string[]>;
}

declare module '../../../graph/ports/backends.js' {
  interface Backends {
    readonly hostTrackerOptions: HostTrackerOptionsBackend;
  }
}

export function createOptionsBackend(call: Caller, endpoints: Endpoints): HostTrackerOptionsBackend {
  return {
    contactTypes: (callOptions) => call(endpoints.listContactTypes, undefined, callOptions),
    alertDelaysMinutes: (callOptions) => call(endpoints.listAlertDelays, undefined, callOptions),
    smsGateways: (callOptions) => call(endpoints.listSmsGateways, undefined, callOptions),
    imGateways: (callOptions) => call(endpoints.listImGateways, undefined, callOptions),
  };
}

@ObjectType({ description: 'Values that a HostTracker account accepts; each field is one request to it.' })
export class HostTrackerOptions {
  @Field(() => [String], { description: 'Kinds of contacts in its own words, e.g. `VoiceCall`.' })
  readonly contactTypes!: readonly string[];

  @Field(() => [Int], { description: 'Minutes by which alerts can be delayed.' })
  readonly alertDelaysMinutes!: readonly number[];

  @Field(() => [String], { description: 'Names of what can send text messages.' })
  readonly smsGateways!: readonly string[];

  @Field(() => [String], { description: 'Names of what can send instant messages.' })
  readonly imGateways!: readonly string[];
}

@Resolver(() => HostTrackerOptions)
export class HostTrackerOptionsResolver {
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
