import type { NewProgram, ProgramBackend, ProgramWrites } from '../../../graph/program/backend.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import { toCreateBody } from '../shared/writes/body.js';
import { byInputField } from '../shared/reads/reference-columns.js';
import { requireValidKey, sendWrite } from '../shared/writes/write-endpoints.js';
import { parseMessageKey, type MessageWord } from '../message/key.js';
import { translateRejection } from '../shared/writes/translate-rejection.js';
import { programColumns } from './columns.js';
import { programEndpoints } from './endpoints.js';
import { programKindOfType, type ProgramKind } from './kinds.js';
import { createProgramCascade, emptyIfForbidden } from './cascade.js';
import { readReferences, referenceIds, toWireId } from '../references.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import { validateInput } from '../shared/writes/rules.js';
import { confirmWrite } from '../shared/writes/confirm-write.js';
import type { Session } from '../session.js';

const REFERENCES = { parentId: 'program', accountId: 'account', messageId: 'message' } as const;
const { rules, wireNames } = programColumns;

/** The type is in the path, and the message's column is named after its kind. */
type SentFields = Omit<NewProgram, 'type' | 'messageId'>;

/** How programs of an installation are written. */
export function createProgramWrites(session: Session, { byKeys }: Pick<ProgramBackend, 'byKeys'>): ProgramWrites {
  const upstream = session.upstream.name;
  const cascade = createProgramCascade(session);
  return {
    create: async (input, writeAttempt) => {
      const kind = programKindOfType(input.type);
      if (kind === undefined) throw new TypeError(`no program is made of type ${input.type}`);
      const { keys, fields, userErrors, verifyExist } = readReferences(input, REFERENCES, upstream);
      const message = parseMessageKey(keys.get('messageId') ?? '');
      throwIfInvalid([
        ...validateInput(input, byInputField(rules)),
        ...userErrors,
        ...validateMessageKind(kind, message),
      ]);
      // The server makes the program first, and then looks for what it names.
      await verifyExist(session, writeAttempt);
      const body = {
        ...toCreateBody<SentFields>({ ...input, ...referenceIds(keys) }, byInputField(wireNames)),
        ...(message ? { [`${message.word}_id`]: toWireId(message.id) } : {}),
      };
      const creation = session.call(programEndpoints.create(kind), body, writeAttempt);
      const key = await translateRejection(creation, { ...fields, ...fieldOfMessage(kind) });
      return { result: { key } };
    },
    remove: async (requestedKey, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'program', upstream);
      // The server deletes them as well, without saying so.
      const descendants = await emptyIfForbidden(cascade.descendantsOf(key, writeAttempt));
      const isGone = async (): Promise<boolean> => !(await exists(key, writeAttempt));
      await confirmWrite(() => sendWrite(session, programEndpoints.delete, key, writeAttempt), isGone);
      return cascade.selectDeleted(descendants, writeAttempt);
    },
  };

  async function exists(key: string, writeAttempt: WriteAttempt): Promise<boolean> {
    return (await byKeys([key], { ...writeAttempt, bypassCache: true })).has(key);
  }
}

/** The error of a message of another kind than programs of this kind send. */
function validateMessageKind(
  kind: ProgramKind,
  message: { readonly word: MessageWord } | undefined,
): UserErrorDetail[] {
  if (!message || !kind.message || message.word === kind.message) return [];
  return [inputError('messageId', `This program sends a ${kind.message}, and the id is of a ${message.word}.`)];
}

/** What the server calls a message that is missing; it calls a text a transmission. */
const SERVER_WORDS: Readonly<Record<MessageWord, string>> = {
  document: 'document',
  recording: 'recording',
  template: 'template',
  text: 'transmission',
};

function fieldOfMessage({ message }: ProgramKind): Readonly<Record<string, string>> {
  return message === undefined ? {} : { [SERVER_WORDS[message]]: 'messageId' };
}
