import { Field, ID, InputType } from '../../../graph/values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../../../graph/mutations/idempotency-key.js';

@InputType({ description: 'One preference: whether one contact is told of one kind of event.' })
export class NotificationPreferenceInput {
  @Field(() => ID, { description: 'An `id` of a contact of the same CloudSigma account.' })
  readonly contactId!: string;

  @Field(() => String, { description: 'How it is told: `email`, as `notificationPreferences` has it.' })
  readonly medium!: string;

  @Field(() => String, {
    description: "Of what, in CloudSigma's words, e.g. `out_of_money_soon`: see `notificationPreferences`.",
  })
  readonly type!: string;

  @Field(() => Boolean, { description: 'Whether it is sent from now on.' })
  readonly enabled!: boolean;
}

@InputType({ description: 'Preferences to set, in one request; all others are kept.' })
export class SetNotificationPreferencesInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of a CloudSigma account; may be left out when only one is configured.',
  })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => [NotificationPreferenceInput], {
    description: 'At most 1000, each contact, medium and type once; none changes nothing.',
  })
  readonly preferences!: readonly NotificationPreferenceInput[];
}
