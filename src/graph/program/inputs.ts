import { Field, ID, InputType } from '../values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../mutations/idempotency-key.js';
import type { ProgramType } from './types.js';

@InputType({ description: 'What every new program has.' })
abstract class CreateAnyProgramInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Name of the upstream; may be left out where only one has programs. What the program names must be of it.',
  })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { description: 'Its name, not blank; names need not be unique.' })
  readonly name!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The program that it belongs to, of the same upstream; left out or null: none.',
  })
  readonly parentId?: string | null;
}

@InputType({ description: 'A new program that acts for an account.' })
export class CreateAccountProgramInput extends CreateAnyProgramInput {
  @Field(() => ID, { description: 'An `id` of the account, of the same upstream.' })
  readonly accountId!: string;
}

@InputType({ description: 'A new program that sends a message.' })
export class CreateMessageProgramInput extends CreateAnyProgramInput {
  @Field(() => ID, {
    description:
      'An `id` of a message of the same upstream: of a template for `sendEmail`, a document for `sendFax`, a text for `sendSms`, a recording for `voiceMessage`.',
  })
  readonly messageId!: string;
}

@InputType({ description: 'A new program that calls and reads a text aloud.' })
export class CreateVoiceTtsProgramInput extends CreateAnyProgramInput {
  @Field(() => String, {
    description:
      'The text, not blank. A number alone must be one that is written back the same way, as ICTCore stores it as a number.',
  })
  readonly data!: string;
}

@InputType({ description: 'A new program, of exactly one type; it can’t be changed later.' })
export class CreateProgramInput {
  @Field(() => CreateAccountProgramInput, {
    nullable: true,
    description: 'Faxes what comes by e-mail to the account.',
  })
  readonly emailToFax?: CreateAccountProgramInput | null;

  @Field(() => CreateAccountProgramInput, { nullable: true, description: 'Mails what comes by fax to the account.' })
  readonly faxToEmail?: CreateAccountProgramInput | null;

  @Field(() => CreateAccountProgramInput, { nullable: true, description: 'Takes e-mails for the account.' })
  readonly receiveEmail?: CreateAccountProgramInput | null;

  @Field(() => CreateAccountProgramInput, { nullable: true, description: 'Takes faxes for the account.' })
  readonly receiveFax?: CreateAccountProgramInput | null;

  @Field(() => CreateAccountProgramInput, { nullable: true, description: 'Takes SMS for the account.' })
  readonly receiveSms?: CreateAccountProgramInput | null;

  @Field(() => CreateMessageProgramInput, { nullable: true, description: 'Sends a template as e-mail.' })
  readonly sendEmail?: CreateMessageProgramInput | null;

  @Field(() => CreateMessageProgramInput, { nullable: true, description: 'Faxes a document.' })
  readonly sendFax?: CreateMessageProgramInput | null;

  @Field(() => CreateMessageProgramInput, { nullable: true, description: 'Sends a text as SMS.' })
  readonly sendSms?: CreateMessageProgramInput | null;

  @Field(() => CreateMessageProgramInput, { nullable: true, description: 'Calls and plays a recording.' })
  readonly voiceMessage?: CreateMessageProgramInput | null;

  @Field(() => CreateVoiceTtsProgramInput, { nullable: true, description: 'Calls and reads a text aloud.' })
  readonly voiceTts?: CreateVoiceTtsProgramInput | null;
}

/** What each member of the input makes. */
export const PROGRAM_TYPE_BY_MEMBER: Readonly<Record<keyof CreateProgramInput, ProgramType>> = {
  emailToFax: 'EMAIL_TO_FAX',
  faxToEmail: 'FAX_TO_EMAIL',
  receiveEmail: 'RECEIVE_EMAIL',
  receiveFax: 'RECEIVE_FAX',
  receiveSms: 'RECEIVE_SMS',
  sendEmail: 'SEND_EMAIL',
  sendFax: 'SEND_FAX',
  sendSms: 'SEND_SMS',
  voiceMessage: 'VOICE_MESSAGE',
  voiceTts: 'VOICE_TTS',
};
