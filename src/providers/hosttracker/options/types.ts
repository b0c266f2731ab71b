import { Field, Int, ObjectType } from '../../../graph/values/decorators.js';

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
