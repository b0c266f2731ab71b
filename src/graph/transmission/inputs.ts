import { Channel } from '../contact/types.js';
import { Field, ID, InputType, Int } from '../values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../mutations/idempotency-key.js';
import { Direction } from './types.js';

@InputType({ description: 'A new transmission. It waits to be sent.' })
export class CreateTransmissionInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Name of the upstream; may be left out where only one has transmissions. Program, contact and account must be of it.',
  })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => ID, { description: 'What is sent: an `id` of a program of the same upstream.' })
  readonly programId!: string;

  @Field(() => ID, { description: 'To whom: an `id` of a contact of the same upstream.' })
  readonly contactId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Through which account, of the same upstream; left out or null: the default account of our user there.',
  })
  readonly accountId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its title; left out, null or empty: the name of the program.' })
  readonly title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What creates it, in your own words; left out, null or empty: the type of the program.',
  })
  readonly origin?: string | null;

  @Field(() => Channel, {
    nullable: true,
    description:
      'How it is carried: VOICE, FAX, SMS or EMAIL. Left out or null: as its program sends; another channel than that is BAD_USER_INPUT.',
  })
  readonly channel?: Channel | null;

  @Field(() => Direction, {
    nullable: true,
    description: 'OUTBOUND or INBOUND; left out or null: OUTBOUND.',
  })
  readonly direction?: Direction | null;

  @Field(() => Int, { nullable: true, description: 'How often it may be tried, 1 or more; left out or null: once.' })
  readonly triesAllowed?: number | null;
}
