import { Field, InputType } from '../values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../mutations/idempotency-key.js';

const PASSWORD = 'The password to register or log in with, at most 128 characters. It is never told again.';
const PIN = 'The PIN to dial in with, at most 32 characters. It is never told again.';
const PHONE =
  'The number that it calls from or is reached at, at most 16 characters: digits, * and #, with a plus or without. Spaces, dots, dashes, slashes and brackets are left out.';

@InputType({ description: 'A new account, extension, number (DID) or e-mail address (ICTCore).' })
export class CreateAccountInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of the upstream; may be left out where only one has accounts.',
  })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "`account` (when left out), `extension`, `did` or `eaddress`; it can't be changed later.",
  })
  readonly type?: string | null;

  @Field(() => String, {
    description: 'Its name, at most 64 characters; no other account of the same type may have it.',
  })
  readonly username!: string;

  @Field(() => String, { nullable: true, description: `${PASSWORD} Left out or null: none.` })
  readonly password?: string | null;

  @Field(() => String, { nullable: true, description: `${PIN} Left out or null: none.` })
  readonly passwordPin?: string | null;

  @Field(() => String, { nullable: true, description: 'First name, at most 128 characters. Left out or null: none.' })
  readonly firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Last name, at most 128 characters. Left out or null: none.' })
  readonly lastName?: string | null;

  @Field(() => String, { nullable: true, description: `${PHONE} Left out or null: none.` })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail, at most 128 characters. Left out or null: none.' })
  readonly email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Postal address, at most 128 characters. Left out or null: none.',
  })
  readonly address?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it may be used. Left out or null: it may.' })
  readonly active?: boolean | null;
}

@InputType({ description: 'Changes to an account: what is left out is kept, null clears.' })
export class UpdateAccountInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its name, at most 64 characters; an account must have one.',
  })
  readonly username?: string | null;

  @Field(() => String, { nullable: true, description: `${PASSWORD} It can be replaced and not cleared.` })
  readonly password?: string | null;

  @Field(() => String, { nullable: true, description: PIN })
  readonly passwordPin?: string | null;

  @Field(() => String, { nullable: true, description: 'First name, at most 128 characters.' })
  readonly firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Last name, at most 128 characters.' })
  readonly lastName?: string | null;

  @Field(() => String, { nullable: true, description: PHONE })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail, at most 128 characters.' })
  readonly email?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address, at most 128 characters.' })
  readonly address?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it may be used: true or false, it can't be cleared." })
  readonly active?: boolean | null;
}
