import { extendCreateContact, extendUpdateContact } from '../../../graph/contact/extension.js';
import type { ContactInputMembers } from '../../../graph/ports/contact-extension.js';
import { Field, ID, InputType } from '../../../graph/values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../../../graph/mutations/idempotency-key.js';

const PHONE =
  'With its plus and country, e.g. `+48 500 600 700`; a Polish number may lack them, and a national one of the upstream’s `defaultCountry` that begins with its 0.';

/** The texts that a contact may have. */
@InputType()
export class SerwerSmsTextsInput {
  @Field(() => String, {
    nullable: true,
    description: 'E-mail address, at most 255 characters. Null or empty: none; left out of a change: kept.',
  })
  readonly email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'First name, at most 255 characters. Null or empty: none; left out of a change: kept.',
  })
  readonly firstName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last name, at most 255 characters. Null or empty: none; left out of a change: kept.',
  })
  readonly lastName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the person works, at most 255 characters. Null or empty: none; left out of a change: kept.',
  })
  readonly company?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Tax number (NIP), at most 255 characters. Null or empty: none; left out of a change: kept.',
  })
  readonly taxId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Street and house, at most 255 characters. Null or empty: none; left out of a change: kept.',
  })
  readonly address?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Town, at most 255 characters. Null or empty: none; left out of a change: kept.',
  })
  readonly city?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A note on the contact, at most 255 characters. Null or empty: none; left out of a change: kept.',
  })
  readonly description?: string | null;
}

@InputType({ description: 'A new contact of a SerwerSMS account.' })
export class CreateSerwerSmsContactInput extends SerwerSmsTextsInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of a SerwerSMS account; may be left out where only one is configured.',
  })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { description: PHONE })
  readonly phone!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of groups of this account. SerwerSMS keeps one contact for each: of several, the payload holds the first. Null, empty or left out: in no group.',
  })
  readonly groupIds?: string[] | null;
}

@InputType({ description: 'Changes to a SerwerSMS contact: what is left out is kept, null clears.' })
export class UpdateSerwerSmsContactInput extends SerwerSmsTextsInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { nullable: true, description: `${PHONE} Left out: kept; a contact must have one.` })
  readonly phone?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of groups of this account that it is in from now on. SerwerSMS keeps one contact for each: it stays in one of them, or moves to the first, and others are added. Null or empty: in no group; left out: kept.',
  })
  readonly groupIds?: string[] | null;
}

/** The member of the inputs of createContact and updateContact that takes these inputs. */
export const INPUT_MEMBER = 'serwerSms';

extendCreateContact(INPUT_MEMBER, CreateSerwerSmsContactInput, 'A number in the address book of a SerwerSMS account.');
extendUpdateContact(INPUT_MEMBER, UpdateSerwerSmsContactInput, 'For a contact of a SerwerSMS account.');

export const contactInputs: ContactInputMembers = { create: [INPUT_MEMBER], update: [INPUT_MEMBER] };
