import { extendCreateContact, extendUpdateContact } from '../../../../src/graph/contact/extension.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../../../../src/graph/mutations/idempotency-key.js';
import { Field, InputType } from '../../../../src/graph/values/decorators.js';

@InputType({ description: 'A new contact of an Example address book.' })
export class CreateExampleContactInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of the upstream; may be left out where there is only one.',
  })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { description: 'The name, not blank.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'An e-mail address. Left out or null: none.' })
  readonly email?: string | null;

  @Field(() => String, { nullable: true, description: 'A phone, kept as it is typed. Left out or null: none.' })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true, description: 'A note of one line. Left out or null: none.' })
  readonly note?: string | null;
}

@InputType({ description: 'Changes to a contact of an Example address book: what is left out is kept, null clears.' })
export class UpdateExampleContactInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { nullable: true, description: 'The name, not blank.' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'An e-mail address; null: none.' })
  readonly email?: string | null;

  @Field(() => String, { nullable: true, description: 'A phone; null: none.' })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true, description: 'A note of one line; null: none.' })
  readonly note?: string | null;
}

extendCreateContact('example', CreateExampleContactInput, 'A contact of an Example address book.');
extendUpdateContact('example', UpdateExampleContactInput, 'For contacts of Example.');

/** The members of the inputs of createContact and updateContact that take these inputs. */
export const contactInputs = { create: ['example'], update: ['example'] } as const;
