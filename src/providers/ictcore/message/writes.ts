import { changeHint } from '../../../graph/mutations/reconciler.js';
import type { KindWrites, MessageBackend, MessageWrites } from '../../../graph/message/backend.js';
import { throwIfInvalid, invalidInput, notFoundError } from '../../../graph/mutations/target.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import { toChangeBody, digestExpected, toCreateBody } from '../shared/writes/body.js';
import { sendWrite } from '../shared/writes/write-endpoints.js';
import { formatMessageKey, parseMessageKey, type MessageWord } from './key.js';
import { messageColumns } from './columns.js';
import { messageEndpoints } from './endpoints.js';
import { translateRejection } from '../shared/writes/translate-rejection.js';
import type { ForEachField } from '../../../wire/column-inputs.js';
import { validateInput } from '../shared/writes/rules.js';
import { confirmWrite } from '../shared/writes/confirm-write.js';
import type { Session } from '../session.js';

/** How messages of an installation are written, kind by kind. */
export function createMessageWrites(session: Session, backend: Pick<MessageBackend, 'byKeys'>): MessageWrites {
  return {
    document: createKindWrites(session, 'document', messageColumns.document.wireNames),
    recording: createKindWrites(session, 'recording', messageColumns.recording.wireNames),
    template: createKindWrites(session, 'template', messageColumns.template.wireNames),
    text: createKindWrites(session, 'text', messageColumns.text.wireNames),
    remove: async (key, writeAttempt) => {
      const { word, id } = parseMessageKey(key) ?? throwNotFound(['id']);
      const isGone = async (): Promise<boolean> =>
        !(await backend.byKeys([key], { ...writeAttempt, bypassCache: true })).has(key);
      await confirmWrite(() => sendWrite(session, messageEndpoints[word].delete, id, writeAttempt), isGone);
    },
  };
}

function createKindWrites<Input extends object, Change extends object>(
  session: Session,
  word: MessageWord,
  wireNames: ForEachField<Input, string> & ForEachField<Change, string>,
): Required<KindWrites<Input, Change>> {
  const { rules } = messageColumns[word];
  const endpoints = messageEndpoints[word];
  return {
    create: async (input, writeAttempt) => {
      throwIfInvalid(validateInput(withoutNulls(input), rules));
      const id = await translateRejection(
        session.call(endpoints.create, toCreateBody(input, wireNames), writeAttempt),
        {},
      );
      return { result: { key: formatMessageKey(word, id) } };
    },
    update: async (key, input, writeAttempt: WriteAttempt) => {
      const id = idOf(word, key);
      throwIfInvalid(validateInput(input, rules));
      const body = toChangeBody(input, wireNames);
      if (Object.keys(body).length === 0) return { result: { key } };
      const expected = digestExpected(input, Object.keys(wireNames), wireNames, writeAttempt.digest);
      if (expected) writeAttempt.recordRecoveryHint(changeHint('message', key, expected));
      await sendWrite(session, endpoints.update, { key: id, body }, writeAttempt);
      return { result: { key } };
    },
  };
}

/** The server's id of a message of this kind. */
function idOf(word: MessageWord, key: string): string {
  const named = parseMessageKey(key) ?? throwNotFound(null);
  if (named.word === word) return named.id;
  throw invalidInput(`This id is of a ${named.word}, not of a ${word}.`, null, 'NOT_FOUND');
}

function throwNotFound(field: readonly string[] | null): never {
  throw notFoundError('message', field);
}

/** An input without its nulls: of a new message null clears nothing, and is the same as left out. */
function withoutNulls(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}
