import { changed } from '../../graph/look.js';
import type { KindWrites, MessageBackend, MessageWrites } from '../../graph/message/backend.js';
import { complain, invalid, notThere } from '../../graph/target.js';
import type { Writing } from '../../operations/intent.js';
import { changeOf, expectedOf, newOf } from './body.js';
import { creation, deletion, send, update } from './changes.js';
import { messageKey, readMessageKey, type MessageWord } from './message-key.js';
import { COLUMNS, RULES } from './message-rules.js';
import { naming } from './naming.js';
import { mistakesOf } from './rules.js';
import { sure } from './sure.js';
import type { Way } from './way.js';

const pathOf = (word: MessageWord): string => `/messages/${word}s`;

/** How messages of an installation are written, kind by kind. */
export function messageWrites(way: Way, backend: Pick<MessageBackend, 'byKeys'>): MessageWrites {
  return {
    document: kindWrites(way, 'document'),
    recording: kindWrites(way, 'recording'),
    template: kindWrites(way, 'template'),
    text: kindWrites(way, 'text'),
    remove: async (key, writing) => {
      const { word, id } = readMessageKey(key) ?? missing(['id']);
      const isGone = async (): Promise<boolean> => !(await backend.byKeys([key], { ...writing, fresh: true })).has(key);
      await sure(() => send(way, deletion(pathOf(word)), id, writing), isGone);
    },
  };
}

function kindWrites(way: Way, word: MessageWord): Required<KindWrites<object, object>> {
  const columns = COLUMNS[word];
  const endpoints = { create: creation(pathOf(word), `${word}_id`), update: update(pathOf(word)) };
  return {
    create: async (input, writing) => {
      // Null stands for left out here: there is nothing to clear yet.
      complain(mistakesOf(withoutNulls(input), RULES[word]));
      const id = await naming(way.call(endpoints.create, newOf(input, columns), writing), {});
      return { result: { key: messageKey(word, id) } };
    },
    update: async (key, input, writing: Writing) => {
      const id = idOf(word, key);
      complain(mistakesOf(input, RULES[word]));
      const body = changeOf(input, columns);
      if (Object.keys(body).length === 0) return { result: { key } };
      const expected = expectedOf(input, Object.keys(columns), columns, writing.digest);
      if (expected) writing.remember(changed('message', key, expected));
      await send(way, endpoints.update, { key: id, body }, writing);
      return { result: { key } };
    },
  };
}

/** The server's id of a message of this kind. */
function idOf(word: MessageWord, key: string): string {
  const named = readMessageKey(key) ?? missing(null);
  if (named.word === word) return named.id;
  throw invalid(`This id is of a ${named.word}, not of a ${word}.`, null, 'NOT_FOUND');
}

function missing(field: readonly string[] | null): never {
  throw notThere('message', field);
}

function withoutNulls(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}
