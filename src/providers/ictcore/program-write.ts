import type { NewProgram, ProgramBackend, ProgramWrites } from '../../graph/program/backend.js';
import { complain } from '../../graph/target.js';
import type { Writing } from '../../operations/intent.js';
import type { Mistake } from '../../operations/record.js';
import { newOf } from './body.js';
import { creation, deletion, existing, send } from './changes.js';
import { readMessageKey, type MessageWord } from './message-key.js';
import { naming } from './naming.js';
import { SENT, wordOf } from './program-row.js';
import { programTies, unlessForbidden } from './program-ties.js';
import { referencesOf, toWireId } from './references.js';
import { mistake, mistakesOf, textOf } from './rules.js';
import { sure } from './sure.js';
import type { Way } from './way.js';

const REFERENCES = { parentId: 'program', accountId: 'account', messageId: 'message' } as const;
// The guide does not say where the text goes; a `data` is ignored.
const COLUMNS = { name: 'name', data: 'text' };
const RULES = {
  name: textOf({ most: 64, required: true }),
  data: (value: unknown) => textOf({ most: 60_000, required: true, lines: true })(value) ?? changedNumber(value),
};

/** The server stores what looks like a number as one: `007` as 7. */
function changedNumber(value: unknown): string | undefined {
  const isNumber = typeof value === 'string' && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(value);
  if (!isNumber || /^(?:0|-?[1-9]\d{0,14})$/.test(value)) return undefined;
  return 'must not be a number with zeros before it, a plus, a point or more than 15 digits alone: the server would change it. Add a word.';
}
const remove = deletion('/programs');

/** How programs of an installation are written. */
export function programWrites(way: Way, { byKeys }: Pick<ProgramBackend, 'byKeys'>): ProgramWrites {
  const upstream = way.upstream.name;
  const ties = programTies(way);
  return {
    create: async (input, writing) => {
      const word = wordOf(input.type);
      if (word === undefined) throw new TypeError(`no program is made of type ${input.type}`);
      const { keys, fields, mistakes, find } = referencesOf(input, REFERENCES, upstream);
      complain([...mistakesOf(input, RULES), ...mistakes, ...unfit(input, keys.get('messageId'))]);
      // The server makes the program first, and then looks for what it names.
      await find(way, writing);
      const body = { ...newOf(input, COLUMNS), ...linksOf(keys) };
      const endpoint = creation(`/programs/${word}`, 'program_id');
      const key = await naming(way.call(endpoint, body, writing), { ...fields, ...fieldOfMessage(input) });
      return { result: { key } };
    },
    remove: async (asked, writing) => {
      const key = existing(asked, 'program', upstream);
      // The server deletes them with it, and does not say so.
      const below = await unlessForbidden(ties.below(key, writing));
      const isGone = async (): Promise<boolean> => !(await isThere(key, writing));
      await sure(() => send(way, remove, key, writing), isGone);
      return ties.goneOf(below, writing);
    },
  };

  async function isThere(key: string, writing: Writing): Promise<boolean> {
    return (await byKeys([key], { ...writing, fresh: true })).has(key);
  }
}

/** A message of another kind than what is sent by such a program. */
function unfit({ type }: NewProgram, message: string | undefined): Mistake[] {
  const found = message === undefined ? undefined : readMessageKey(message)?.word;
  const wanted = SENT[type];
  if (found === undefined || wanted === undefined || found === wanted) return [];
  return [mistake('messageId', `This program sends a ${wanted}, and the id is of a ${found}.`)];
}

function linksOf(keys: ReadonlyMap<string, string>): Readonly<Record<string, string | number>> {
  const [parent, account] = [keys.get('parentId'), keys.get('accountId')];
  const message = readMessageKey(keys.get('messageId') ?? '');
  return {
    ...(parent === undefined ? {} : { parent_id: toWireId(parent) }),
    ...(account === undefined ? {} : { account_id: toWireId(account) }),
    ...(message === undefined ? {} : { [`${message.word}_id`]: toWireId(message.id) }),
  };
}

/** The server's words for what is missing; a text it calls a transmission. */
const WORDS: Readonly<Record<MessageWord, string>> = {
  document: 'document',
  recording: 'recording',
  template: 'template',
  text: 'transmission',
};

function fieldOfMessage({ type }: NewProgram): Readonly<Record<string, string>> {
  const sent = SENT[type];
  return sent === undefined ? {} : { [WORDS[sent]]: 'messageId' };
}
