import type { NewProgram, ProgramBackend, ProgramWrites } from '../../../graph/program/backend.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import { toCreateBody } from '../shared/writes/body.js';
import {
  defineCreateEndpoint,
  defineDeleteEndpoint,
  requireValidKey,
  sendWrite,
} from '../shared/writes/write-endpoints.js';
import { parseMessageKey, type MessageWord } from '../message/key.js';
import { translateRejection } from '../shared/writes/translate-rejection.js';
import { SENT_MESSAGE_WORDS, programWordOf } from './columns.js';
import { createProgramCascade, emptyIfForbidden } from './cascade.js';
import { readReferences, toWireId } from '../references.js';
import { validateInput, textRule } from '../shared/writes/rules.js';
import { confirmWrite } from '../shared/writes/confirm-write.js';
import type { Session } from '../session.js';

const REFERENCES = { parentId: 'program', accountId: 'account', messageId: 'message' } as const;
// The guide does not say where the text goes; a `data` is ignored.
const WIRE_NAMES = { name: 'name', data: 'text' };
const RULES = {
  name: textRule({ maxBytes: 64, required: true }),
  data: (value: unknown) =>
    textRule({ maxBytes: 60_000, required: true, multiline: true })(value) ?? findNumberFault(value),
};

/** The server stores what looks like a number as one: `007` as 7. */
function findNumberFault(value: unknown): string | undefined {
  const isNumber = typeof value === 'string' && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(value);
  if (!isNumber || /^(?:0|-?[1-9]\d{0,14})$/.test(value)) return undefined;
  return 'must not be a number with zeros before it, a plus, a point or more than 15 digits alone: the server would change it. Add a word.';
}
const deleteProgramEndpoint = defineDeleteEndpoint('/programs');

/** How programs of an installation are written. */
export function createProgramWrites(session: Session, { byKeys }: Pick<ProgramBackend, 'byKeys'>): ProgramWrites {
  const upstream = session.upstream.name;
  const cascade = createProgramCascade(session);
  return {
    create: async (input, writeAttempt) => {
      const word = programWordOf(input.type);
      if (word === undefined) throw new TypeError(`no program is made of type ${input.type}`);
      const { keys, fields, userErrors, verifyExist } = readReferences(input, REFERENCES, upstream);
      throwIfInvalid([
        ...validateInput(input, RULES),
        ...userErrors,
        ...validateMessageKind(input, keys.get('messageId')),
      ]);
      // The server makes the program first, and then looks for what it names.
      await verifyExist(session, writeAttempt);
      const body = { ...toCreateBody(input, WIRE_NAMES), ...toReferenceBody(keys) };
      const endpoint = defineCreateEndpoint(`/programs/${word}`, 'program_id');
      const key = await translateRejection(session.call(endpoint, body, writeAttempt), {
        ...fields,
        ...fieldOfMessage(input),
      });
      return { result: { key } };
    },
    remove: async (requestedKey, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'program', upstream);
      // The server deletes them with it, and does not say so.
      const descendants = await emptyIfForbidden(cascade.descendantsOf(key, writeAttempt));
      const isGone = async (): Promise<boolean> => !(await exists(key, writeAttempt));
      await confirmWrite(() => sendWrite(session, deleteProgramEndpoint, key, writeAttempt), isGone);
      return cascade.selectDeleted(descendants, writeAttempt);
    },
  };

  async function exists(key: string, writeAttempt: WriteAttempt): Promise<boolean> {
    return (await byKeys([key], { ...writeAttempt, bypassCache: true })).has(key);
  }
}

/** A message of another kind than what is sent by such a program. */
function validateMessageKind({ type }: NewProgram, message: string | undefined): UserErrorDetail[] {
  const found = message === undefined ? undefined : parseMessageKey(message)?.word;
  const expectedWord = SENT_MESSAGE_WORDS[type];
  if (found === undefined || expectedWord === undefined || found === expectedWord) return [];
  return [inputError('messageId', `This program sends a ${expectedWord}, and the id is of a ${found}.`)];
}

function toReferenceBody(keys: ReadonlyMap<string, string>): Readonly<Record<string, string | number>> {
  const [parent, account] = [keys.get('parentId'), keys.get('accountId')];
  const message = parseMessageKey(keys.get('messageId') ?? '');
  return {
    ...(parent === undefined ? {} : { parent_id: toWireId(parent) }),
    ...(account === undefined ? {} : { account_id: toWireId(account) }),
    ...(message === undefined ? {} : { [`${message.word}_id`]: toWireId(message.id) }),
  };
}

/** The server's words for what is missing; a text it calls a transmission. */
const SERVER_WORDS: Readonly<Record<MessageWord, string>> = {
  document: 'document',
  recording: 'recording',
  template: 'template',
  text: 'transmission',
};

function fieldOfMessage({ type }: NewProgram): Readonly<Record<string, string>> {
  const sent = SENT_MESSAGE_WORDS[type];
  return sent === undefined ? {} : { [SERVER_WORDS[sent]]: 'messageId' };
}
