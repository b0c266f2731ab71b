import { extendCreateContact, extendUpdateContact } from '../../../graph/contact/extension.js';
import { Field, ID, InputType } from '../../../graph/values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../../../graph/mutations/idempotency-key.js';

const PHONE =
  'The number to dial, at most 32 characters: digits, * and #, with a plus or without. Spaces, dots, dashes, slashes and brackets are left out, as a switch can not dial them.';
const CUSTOM = 'Free text of your own, at most 128 characters.';

@InputType({
  description: 'A new contact of an ICTCore installation, which itself would take anything: so the gateway checks.',
})
export class CreateIctCoreContactInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of the upstream; may be left out where only one ICTCore installation is configured.',
  })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { description: 'First name, at most 64 characters, not blank.' })
  readonly firstName!: string;

  @Field(() => String, { nullable: true, description: 'Last name, at most 64 characters. Left out or null: none.' })
  readonly lastName?: string | null;

  @Field(() => String, { description: PHONE })
  readonly phone!: string;

  @Field(() => String, {
    nullable: true,
    description: 'One e-mail address, at most 64 characters. Left out or null: none.',
  })
  readonly email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Postal address, at most 128 characters. Left out or null: none.',
  })
  readonly address?: string | null;

  @Field(() => String, { nullable: true, description: `${CUSTOM} Left out or null: none.` })
  readonly custom1?: string | null;

  @Field(() => String, { nullable: true, description: `${CUSTOM} Left out or null: none.` })
  readonly custom2?: string | null;

  @Field(() => String, { nullable: true, description: `${CUSTOM} Left out or null: none.` })
  readonly custom3?: string | null;

  @Field(() => String, { nullable: true, description: 'A note, at most 255 characters. Left out or null: none.' })
  readonly description?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Groups of the same upstream to put it into, at most 100: one more request for each. Where one can not be joined the contact stays, and a user error names the group. Left out, null or empty: none.',
  })
  readonly groupIds?: readonly string[] | null;
}

@InputType({ description: 'Changes to a contact of ICTCore: what is left out is kept, null clears.' })
export class UpdateIctCoreContactInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { nullable: true, description: "First name, at most 64 characters; it can't be cleared." })
  readonly firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Last name, at most 64 characters.' })
  readonly lastName?: string | null;

  @Field(() => String, { nullable: true, description: `${PHONE} It can't be cleared.` })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true, description: 'One e-mail address, at most 64 characters.' })
  readonly email?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address, at most 128 characters.' })
  readonly address?: string | null;

  @Field(() => String, { nullable: true, description: CUSTOM })
  readonly custom1?: string | null;

  @Field(() => String, { nullable: true, description: CUSTOM })
  readonly custom2?: string | null;

  @Field(() => String, { nullable: true, description: CUSTOM })
  readonly custom3?: string | null;

  @Field(() => String, { nullable: true, description: 'A note, at most 255 characters.' })
  readonly description?: string | null;
}

const MEMBER = 'ictCore';
extendCreateContact(MEMBER, CreateIctCoreContactInput, 'A contact of an ICTCore installation.');
extendUpdateContact(MEMBER, UpdateIctCoreContactInput, 'Changes to a contact of ICTCore.');

/** What this provider adds to the inputs of createContact and updateContact. */
export const contactInputs = { create: [MEMBER], update: [MEMBER] } as const;
