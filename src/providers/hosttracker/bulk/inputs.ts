import { Field, InputType, Int } from '../../../graph/values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../../../graph/mutations/idempotency-key.js';
import { HostTrackerContactFilter } from '../contact/filter.js';
import { GeneralInput, UPSTREAM } from '../contact/inputs.js';

const FULL_PUSHDOWN_ONLY =
  'At least one condition, and only such as HostTracker can hold by itself: one kind of contact or all but one; either addresses or those to leave out, and the same with ids; `acceptsBillingNotifications: true`. Anything else is BAD_USER_INPUT, as it would match more.';

const COUNTED_DELETION =
  'Which contacts are deleted: at least one condition. What HostTracker can hold of it by itself is one call; else those that match are read first and deleted by their ids, at most 1000, in calls of as many as a query holds.';

@InputType({
  description: 'The same change to all contacts of a HostTracker account that match; what is left out is kept.',
})
export class UpdateHostTrackerContactsInput extends GeneralInput {
  @Field(() => String, { nullable: true, description: UPSTREAM })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => HostTrackerContactFilter, { description: `Which contacts change. ${FULL_PUSHDOWN_ONLY}` })
  readonly filter!: HostTrackerContactFilter;
}

@InputType({ description: 'Which contacts of a HostTracker account are deleted, and how many those are.' })
export class DeleteHostTrackerContactsInput {
  @Field(() => String, { nullable: true, description: UPSTREAM })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => HostTrackerContactFilter, { description: COUNTED_DELETION })
  readonly filter!: HostTrackerContactFilter;

  @Field(() => Int, {
    description: 'How many contacts match now, e.g. by `contacts`; with any other number nothing is deleted.',
  })
  readonly expectedCount!: number;
}
