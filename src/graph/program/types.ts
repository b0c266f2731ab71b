import { Field, InputType, InterfaceType, ObjectType, registerEnumType } from '../values/decorators.js';
import { Node } from '../values/node.js';
import { StringFilter } from '../values/text-filter.js';
import { Upstream } from '../upstream/types.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

export const ProgramType = {
  EMAIL_TO_FAX: 'EMAIL_TO_FAX',
  FAX_TO_EMAIL: 'FAX_TO_EMAIL',
  RECEIVE_EMAIL: 'RECEIVE_EMAIL',
  RECEIVE_FAX: 'RECEIVE_FAX',
  RECEIVE_SMS: 'RECEIVE_SMS',
  SEND_EMAIL: 'SEND_EMAIL',
  SEND_FAX: 'SEND_FAX',
  SEND_SMS: 'SEND_SMS',
  VOICE_MESSAGE: 'VOICE_MESSAGE',
  VOICE_TTS: 'VOICE_TTS',
  UNKNOWN: 'UNKNOWN',
} as const;
export type ProgramType = keyof typeof ProgramType;
registerEnumType(ProgramType, {
  name: 'ProgramType',
  description: 'What a program does.',
  valuesConfig: {
    EMAIL_TO_FAX: { description: 'Faxes what comes by e-mail.' },
    FAX_TO_EMAIL: { description: 'Mails what comes by fax.' },
    RECEIVE_EMAIL: { description: 'Takes e-mails.' },
    RECEIVE_FAX: { description: 'Takes faxes.' },
    RECEIVE_SMS: { description: 'Takes SMS.' },
    SEND_EMAIL: { description: 'Sends a template as e-mail.' },
    SEND_FAX: { description: 'Faxes a document.' },
    SEND_SMS: { description: 'Sends a text as SMS.' },
    VOICE_MESSAGE: { description: 'Calls and plays a recording.' },
    VOICE_TTS: { description: 'Calls and reads a text aloud.' },
    UNKNOWN: { description: 'A type that Trunkline does not know; see `rawType`.' },
  },
});

@InterfaceType({
  implements: Node,
  autoRegisterImplementations: false,
  description: 'What is done with a contact: what is sent, or what happens to what comes in (ICTCore).',
})
export abstract class Program extends Node {
  @Field(() => Upstream, { description: 'The account that holds it.' })
  readonly upstream!: UpstreamValue;

  @Field(() => String, { description: "The provider's own id." })
  readonly upstreamId!: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => ProgramType, { description: 'What it does.' })
  readonly type!: ProgramType;

  readonly parentKey!: string | null;
}

/** Programs that act for an account; which one, only the item tells. */
export abstract class AccountProgram extends Program {
  readonly accountKey?: string | null;
}

/** Programs that send a message; which one, only the item tells. */
export abstract class MessageProgram extends Program {
  readonly messageKey?: string | null;
}

const of = (description: string) => ({ implements: [Program, Node], simpleResolvers: true, description });

@ObjectType(of('Faxes what comes by e-mail to an account.'))
export class EmailToFaxProgram extends AccountProgram {
  declare readonly __typename: 'EmailToFaxProgram';
}
@ObjectType(of('Mails what comes by fax to an account.'))
export class FaxToEmailProgram extends AccountProgram {
  declare readonly __typename: 'FaxToEmailProgram';
}
@ObjectType(of('Takes e-mails for an account.'))
export class ReceiveEmailProgram extends AccountProgram {
  declare readonly __typename: 'ReceiveEmailProgram';
}
@ObjectType(of('Takes faxes for an account.'))
export class ReceiveFaxProgram extends AccountProgram {
  declare readonly __typename: 'ReceiveFaxProgram';
}
@ObjectType(of('Takes SMS for an account.'))
export class ReceiveSmsProgram extends AccountProgram {
  declare readonly __typename: 'ReceiveSmsProgram';
}
@ObjectType(of('Sends a template as e-mail.'))
export class SendEmailProgram extends MessageProgram {
  declare readonly __typename: 'SendEmailProgram';
}
@ObjectType(of('Faxes a document.'))
export class SendFaxProgram extends MessageProgram {
  declare readonly __typename: 'SendFaxProgram';
}
@ObjectType(of('Sends a text as SMS.'))
export class SendSmsProgram extends MessageProgram {
  declare readonly __typename: 'SendSmsProgram';
}
@ObjectType(of('Calls and plays a recording.'))
export class VoiceMessageProgram extends MessageProgram {
  declare readonly __typename: 'VoiceMessageProgram';
}

@ObjectType(of('Calls and reads a text aloud.'))
export class VoiceTtsProgram extends Program {
  declare readonly __typename: 'VoiceTtsProgram';

  @Field(() => String, {
    nullable: true,
    description: 'The text; null where it has none, as with programs that were made without it.',
  })
  readonly data?: string | null;
}

@ObjectType(of('A program of a type that Trunkline does not know.'))
export class UnknownProgram extends Program {
  declare readonly __typename: 'UnknownProgram';

  @Field(() => String, { nullable: true, description: "The provider's own word for its type." })
  readonly rawType!: string | null;
}

@InputType({ description: 'Which programs; all parts must hold.' })
export class ProgramFilter {
  @Field(() => ProgramType, { nullable: true, description: 'Of this type.' })
  readonly type?: ProgramType | null;

  @Field(() => StringFilter, { nullable: true, description: 'By name.' })
  readonly name?: StringFilter | null;
}

/** The kinds of programs, for providers that have them. */
export const programTypes = [
  EmailToFaxProgram,
  FaxToEmailProgram,
  ReceiveEmailProgram,
  ReceiveFaxProgram,
  ReceiveSmsProgram,
  SendEmailProgram,
  SendFaxProgram,
  SendSmsProgram,
  VoiceMessageProgram,
  VoiceTtsProgram,
  UnknownProgram,
] as const;
