import type { Channel } from '../../../graph/contact/types.js';
import { encodeId } from '../../../graph/values/id.js';
import type { Program, ProgramType, programTypes } from '../../../graph/program/types.js';
import { optional, text } from '../../../wire/value-readers.js';
import { keyOrNull } from '../shared/reads/keys.js';
import type { MessageWord } from '../message/key.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import type { ReadValue } from '../../../wire/reader.js';
import { record } from '../../../wire/structure-readers.js';

/** A program as lists tell it, the guide's too: what it sends, or acts for, only its item says. */
export const listedProgram = record({
  program_id: text,
  name: optional(text),
  type: optional(text),
  parent_id: optional(text),
});

export type WireListedProgram = ReadValue<typeof listedProgram>;
type Typename = InstanceType<(typeof programTypes)[number]>['__typename'];

/** Their words for types; `agent`, `forward`, `ivr` and whatever comes later are programs that we do not know. */
const PROGRAM_TYPES: Readonly<Record<string, { readonly type: ProgramType; readonly __typename: Typename }>> = {
  emailtofax: { type: 'EMAIL_TO_FAX', __typename: 'EmailToFaxProgram' },
  faxtoemail: { type: 'FAX_TO_EMAIL', __typename: 'FaxToEmailProgram' },
  receiveemail: { type: 'RECEIVE_EMAIL', __typename: 'ReceiveEmailProgram' },
  receivefax: { type: 'RECEIVE_FAX', __typename: 'ReceiveFaxProgram' },
  receivesms: { type: 'RECEIVE_SMS', __typename: 'ReceiveSmsProgram' },
  sendemail: { type: 'SEND_EMAIL', __typename: 'SendEmailProgram' },
  sendfax: { type: 'SEND_FAX', __typename: 'SendFaxProgram' },
  sendsms: { type: 'SEND_SMS', __typename: 'SendSmsProgram' },
  voicemessage: { type: 'VOICE_MESSAGE', __typename: 'VoiceMessageProgram' },
  voicetts: { type: 'VOICE_TTS', __typename: 'VoiceTtsProgram' },
};

/** Which parameter names the message that a program of this type sends. */
export const SENT_MESSAGE_WORDS: Readonly<Partial<Record<ProgramType, MessageWord>>> = {
  SEND_FAX: 'document',
  VOICE_MESSAGE: 'recording',
  SEND_EMAIL: 'template',
  SEND_SMS: 'text',
};

/** What carries the transmissions of a program; of a type that we do not know, nobody can tell. */
export const PROGRAM_CHANNELS: Readonly<Partial<Record<ProgramType, Channel>>> = {
  EMAIL_TO_FAX: 'EMAIL',
  FAX_TO_EMAIL: 'FAX',
  RECEIVE_EMAIL: 'EMAIL',
  RECEIVE_FAX: 'FAX',
  RECEIVE_SMS: 'SMS',
  SEND_EMAIL: 'EMAIL',
  SEND_FAX: 'FAX',
  SEND_SMS: 'SMS',
  VOICE_MESSAGE: 'VOICE',
  VOICE_TTS: 'VOICE',
};

/** A program's row, which says which of the GraphQL types it is. */
export type ProgramRow = Program & { readonly __typename: Typename };

/** A program as lists tell it; one of an unknown type is an UnknownProgram with the provider's word for it. */
export function toListedProgram(wire: WireListedProgram, upstream: UpstreamValue): ProgramRow {
  const known = Object.entries(PROGRAM_TYPES).find(([word]) => word === wire.type?.toLowerCase())?.[1];
  const { type, __typename } = known ?? { type: 'UNKNOWN', __typename: 'UnknownProgram' };
  return {
    __typename,
    id: encodeId(upstream.name, 'program', wire.program_id),
    upstream,
    upstreamId: wire.program_id,
    name: wire.name ?? '',
    type,
    parentKey: keyOrNull(wire.parent_id),
    ...(known ? {} : { rawType: wire.type }),
  };
}

/** Their word for a type; undefined for what is of none that we know. */
export function programWordOf(programType: ProgramType): string | undefined {
  return Object.entries(PROGRAM_TYPES).find(([, { type }]) => type === programType)?.[0];
}

/** Whether the server may keep an account with a program of this type; of `agent`, `forward` and later ones nobody knows. */
export function mayHaveAccount(word: string | null | undefined): boolean {
  const type = typeOf(word);
  return type === undefined || RECEIVING_TYPES.includes(type);
}

/** What comes of transmissions of such a program: it sends, it only handles what comes in, or nobody knows. */
export function programDirectionOf(word: string | null | undefined): 'sends' | 'receives' | 'unknown' {
  const type = typeOf(word);
  if (type === undefined) return 'unknown';
  return RECEIVING_TYPES.includes(type) ? 'receives' : 'sends';
}

const RECEIVING_TYPES: readonly ProgramType[] = [
  'EMAIL_TO_FAX',
  'FAX_TO_EMAIL',
  'RECEIVE_EMAIL',
  'RECEIVE_FAX',
  'RECEIVE_SMS',
];

function typeOf(word: string | null | undefined): ProgramType | undefined {
  return Object.entries(PROGRAM_TYPES).find(([known]) => known === word?.toLowerCase())?.[1].type;
}
