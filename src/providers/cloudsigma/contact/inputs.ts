import { extendCreateContact, extendUpdateContact } from '../../../graph/contact/extension.js';
import { Field, InputType } from '../../../graph/values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../../../graph/mutations/idempotency-key.js';

@InputType({ description: 'Somebody whom CloudSigma is to notify; e-mails of all kinds of event are on at first.' })
export class CreateCloudSigmaContactInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of a CloudSigma account; may be left out when only one is configured.',
  })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { description: 'Where notifications are mailed to; several contacts may have the same.' })
  readonly email!: string;

  @Field(() => String, { description: 'What to call it: a person or a team; not blank.' })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Phone with its country code, e.g. `+48 500 111 222`; CloudSigma keeps it without blanks. Null or left out: none.',
  })
  readonly phone?: string | null;
}

@InputType({ description: 'Changes to a CloudSigma contact: what is left out is kept, null clears.' })
export class UpdateCloudSigmaContactInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where notifications are mailed to; a contact must have one. Better left alone at the main contact, which follows the e-mail of the account.',
  })
  readonly email?: string | null;

  @Field(() => String, { nullable: true, description: 'What to call it; null leaves it without a name.' })
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Phone with its country code; CloudSigma keeps it without blanks. Null: none.',
  })
  readonly phone?: string | null;
}

extendCreateContact('cloudSigma', CreateCloudSigmaContactInput, 'A notification contact of a CloudSigma account.');
extendUpdateContact('cloudSigma', UpdateCloudSigmaContactInput, 'For contacts of CloudSigma.');

/** The members of the inputs of createContact and updateContact that take these inputs. */
export const contactInputs = { create: ['cloudSigma'], update: ['cloudSigma'] } as const;
