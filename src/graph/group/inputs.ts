import { Field, InputType } from '../values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../mutations/idempotency-key.js';

@InputType({ description: 'A new group.' })
export class CreateGroupInput {
  @Field(() => String, { description: 'Name of the upstream: an ICTCore installation or a SerwerSMS account.' })
  readonly upstream!: string;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { description: 'Its name; names need not be unique.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for; SerwerSMS keeps none.' })
  readonly description?: string | null;
}

@InputType({ description: 'Changes to a group: what is left out is kept, null clears.' })
export class UpdateGroupInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name; a group must have one.' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for; SerwerSMS keeps none.' })
  readonly description?: string | null;
}
