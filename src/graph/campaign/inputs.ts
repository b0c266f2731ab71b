import { Field, ID, InputType, Int } from '../values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../mutations/idempotency-key.js';

const PROGRAM = 'What is sent: an `id` of a program of the same upstream.';
const GROUP = 'To whom: an `id` of a group of the same upstream. Its members are taken when the campaign starts.';
const PACE = 'How many transmissions are begun a minute, 1 or more (ICTCore: cpm).';
const TRIES = 'How often each contact may be tried, 1 or more.';

@InputType({ description: 'A new campaign. It waits to be started.' })
export class CreateCampaignInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Name of the upstream; may be left out where only one has campaigns. Program, group and account must be of it.',
  })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => ID, { description: PROGRAM })
  readonly programId!: string;

  @Field(() => ID, { description: GROUP })
  readonly groupId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Through which account, of the same upstream; left out or null: the default account of our user there.',
  })
  readonly accountId?: string | null;

  @Field(() => Int, { nullable: true, description: `${PACE} Left out or null: 2, ICTCore's default.` })
  readonly transmissionsPerMinute?: number | null;

  @Field(() => Int, { nullable: true, description: `${TRIES} Left out or null: 1, ICTCore's default.` })
  readonly triesAllowed?: number | null;
}

@InputType({
  description:
    'Changes to a campaign: what is left out is kept. Nothing of it can be cleared, so null is BAD_USER_INPUT; nor can its status be written: start and stop it.',
})
export class UpdateCampaignInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => ID, { nullable: true, description: PROGRAM })
  readonly programId?: string | null;

  @Field(() => ID, { nullable: true, description: GROUP })
  readonly groupId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Through which account, of the same upstream.' })
  readonly accountId?: string | null;

  @Field(() => Int, { nullable: true, description: PACE })
  readonly transmissionsPerMinute?: number | null;

  @Field(() => Int, { nullable: true, description: TRIES })
  readonly triesAllowed?: number | null;
}
