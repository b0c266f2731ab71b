import type { Channel } from '../../../graph/contact/types.js';
import type { ProgramType, programTypes } from '../../../graph/program/types.js';
import type { MessageWord } from '../message/key.js';

/** The GraphQL types of programs. */
export type ProgramTypename = InstanceType<(typeof programTypes)[number]>['__typename'];

/** One kind of programs that we know. */
export interface ProgramKind {
  /** The server's word for it. */
  readonly word: string;
  readonly type: ProgramType;
  readonly __typename: ProgramTypename;
  /** What carries its transmissions. */
  readonly channel: Channel;
  /** The kind of message that it sends. */
  readonly message?: MessageWord;
  /** Whether it only handles what comes in; it acts for an account then. */
  readonly receives?: true;
}

/** `agent`, `forward`, `ivr` and whatever comes later are programs of an unknown type. */
export const PROGRAM_KINDS: readonly ProgramKind[] = [
  { word: 'emailtofax', type: 'EMAIL_TO_FAX', __typename: 'EmailToFaxProgram', channel: 'EMAIL', receives: true },
  { word: 'faxtoemail', type: 'FAX_TO_EMAIL', __typename: 'FaxToEmailProgram', channel: 'FAX', receives: true },
  { word: 'receiveemail', type: 'RECEIVE_EMAIL', __typename: 'ReceiveEmailProgram', channel: 'EMAIL', receives: true },
  { word: 'receivefax', type: 'RECEIVE_FAX', __typename: 'ReceiveFaxProgram', channel: 'FAX', receives: true },
  { word: 'receivesms', type: 'RECEIVE_SMS', __typename: 'ReceiveSmsProgram', channel: 'SMS', receives: true },
  { word: 'sendemail', type: 'SEND_EMAIL', __typename: 'SendEmailProgram', channel: 'EMAIL', message: 'template' },
  { word: 'sendfax', type: 'SEND_FAX', __typename: 'SendFaxProgram', channel: 'FAX', message: 'document' },
  { word: 'sendsms', type: 'SEND_SMS', __typename: 'SendSmsProgram', channel: 'SMS', message: 'text' },
  {
    word: 'voicemessage',
    type: 'VOICE_MESSAGE',
    __typename: 'VoiceMessageProgram',
    channel: 'VOICE',
    message: 'recording',
  },
  { word: 'voicetts', type: 'VOICE_TTS', __typename: 'VoiceTtsProgram', channel: 'VOICE' },
];

/** The kind that the server calls so; undefined for a word that we do not know. */
export function programKindOf(word: string | null | undefined): ProgramKind | undefined {
  return PROGRAM_KINDS.find((kind) => kind.word === word?.toLowerCase());
}

/** The kind of this type; undefined for UNKNOWN. */
export function programKindOfType(type: ProgramType): ProgramKind | undefined {
  return PROGRAM_KINDS.find((kind) => kind.type === type);
}

/** Whether the server may keep an account with a program of this type: of `agent`, `forward` and later ones it is not known. */
export function mayHaveAccount(word: string | null | undefined): boolean {
  return programDirectionOf(word) !== 'sends';
}

/** Whether programs of this type send, or only handle what comes in; of a word that we do not know, it is not known. */
export function programDirectionOf(word: string | null | undefined): 'sends' | 'receives' | 'unknown' {
  const kind = programKindOf(word);
  if (kind === undefined) return 'unknown';
  return kind.receives ? 'receives' : 'sends';
}
