import { Field, InputType, Int } from '../values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../mutations/idempotency-key.js';

const PHONE =
  'Phone, at most 16 characters: digits, * and #, with a plus or without. Spaces, dots, dashes, slashes and brackets are left out.';
const COUNTRY = "Number of a country in the provider's own table.";
const TIMEZONE = "Number of a time zone in the provider's own table.";

@InputType({ description: 'Somebody new who may log in at the provider (ICTCore).' })
export class CreateUserInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of the upstream; may be left out where only one has users.',
  })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, {
    description: 'The name to log in with, at most 64 characters; no other user may have it.',
  })
  readonly username!: string;

  @Field(() => String, { description: 'The password to log in with, at most 128 characters. It is never told again.' })
  readonly password!: string;

  @Field(() => String, { nullable: true, description: 'First name, at most 128 characters. Left out or null: none.' })
  readonly firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Last name, at most 128 characters. Left out or null: none.' })
  readonly lastName?: string | null;

  @Field(() => String, { nullable: true, description: `${PHONE} Left out or null: none.` })
  readonly phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail, at most 128 characters; no other user may have it. Left out or null: none.',
  })
  readonly email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Postal address, at most 128 characters. Left out or null: none.',
  })
  readonly address?: string | null;

  @Field(() => String, { nullable: true, description: 'Company, at most 128 characters. Left out or null: none.' })
  readonly company?: string | null;

  @Field(() => Int, { nullable: true, description: `${COUNTRY} Left out or null: none.` })
  readonly countryId?: number | null;

  @Field(() => Int, { nullable: true, description: `${TIMEZONE} Left out or null: none.` })
  readonly timezoneId?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the user may log in. Left out or null: yes.' })
  readonly active?: boolean | null;
}

@InputType({
  description: 'Changes to a user: what is left out is kept, null clears. `setUserPassword` changes the password.',
})
export class UpdateUserInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The name to log in with, at most 64 characters. Release 1.2 of ICTCore keeps the name that a user was made with: a user error tells.',
  })
  readonly username?: string | null;

  @Field(() => String, { nullable: true, description: 'First name, at most 128 characters.' })
  readonly firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Last name, at most 128 characters.' })
  readonly lastName?: string | null;

  @Field(() => String, { nullable: true, description: PHONE })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail, at most 128 characters; no other user may have it.' })
  readonly email?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address, at most 128 characters.' })
  readonly address?: string | null;

  @Field(() => String, { nullable: true, description: 'Company, at most 128 characters.' })
  readonly company?: string | null;

  @Field(() => Int, { nullable: true, description: COUNTRY })
  readonly countryId?: number | null;

  @Field(() => Int, { nullable: true, description: TIMEZONE })
  readonly timezoneId?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the user may log in: true or false, it can't be cleared.",
  })
  readonly active?: boolean | null;
}
