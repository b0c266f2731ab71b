import { complain, neighbourOf, notThere } from '../../graph/target.js';
import { Invalid, type Writing } from '../../operations/intent.js';
import type { Mistake } from '../../operations/record.js';
import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { accountEndpoints } from './account-endpoints.js';
import { endpoints } from './endpoints.js';
import { isKey } from './key.js';
import { messageKinds } from './message-kinds.js';
import { readMessageKey } from './message-key.js';
import { programEndpoints } from './program-endpoints.js';
import type { Way } from './way.js';

type Referable = 'program' | 'group' | 'account' | 'contact' | 'message';

/** What an input names by ids. */
interface References {
  /** Keys by field of the input; one that is left out, null or a mistake has none. */
  readonly keys: ReadonlyMap<string, string>;
  /** The fields that were given, by the server's word for what they name. */
  readonly fields: Readonly<Record<string, string>>;
  readonly mistakes: readonly Mistake[];
  /** Invalid, where something is not there: most of what the server makes it makes of anything. */
  readonly find: (way: Way, writing: Writing) => Promise<void>;
}

/** Reads the ids in these fields of an input. */
export function referencesOf(input: object, nouns: Readonly<Record<string, Referable>>, upstream: string): References {
  const given = new Map<string, unknown>(Object.entries(input));
  const keys = new Map<string, string>();
  const mistakes: Mistake[] = [];
  for (const [field, noun] of Object.entries(nouns)) {
    const id = given.get(field);
    if (typeof id !== 'string') continue;
    try {
      const key = neighbourOf(noun, id, upstream, [field]);
      if (noun === 'message' ? !readMessageKey(key) : !isKey(key)) throw notThere(noun, [field]);
      keys.set(field, key);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      mistakes.push(...error.mistakes);
    }
  }
  const find = async (way: Way, writing: Writing): Promise<void> => {
    const missing = [...keys].map(async ([field, key]) => {
      const noun = nouns[field];
      return noun && !(await READS[noun](way, key, writing)) ? notThere(noun, [field]).mistakes : [];
    });
    complain((await Promise.all(missing)).flat());
  };
  const fields = Object.fromEntries([...keys.keys()].map((field) => [nouns[field] ?? '', field]));
  return { keys, fields, mistakes, find };
}

type IsThere = (way: Way, key: string, asking: Asking) => Promise<boolean>;

/** An item of another id, or of none but nulls, is none. */
function reading<Item>(read: (way: Way, key: string, asking: Asking) => Promise<Item>, idOf: (item: Item) => unknown) {
  const isThere: IsThere = async (way, key, asking) => {
    const found = await unlessMissing(read(way, key, asking));
    const id = found && idOf(found);
    return found !== undefined && (id === undefined || id === key);
  };
  return isThere;
}

const READS: Readonly<Record<Referable, IsThere>> = {
  program: reading(
    ({ call }, key, asking) => call(programEndpoints.readProgram, key, asking),
    ({ program_id: id }) => id,
  ),
  group: reading(
    ({ call }, key, asking) => call(endpoints.readGroup, key, asking),
    ({ group_id: id }) => id,
  ),
  account: reading(
    ({ call }, key, asking) => call(accountEndpoints.readAccount, key, asking),
    ({ account_id: id }) => id,
  ),
  contact: reading(
    ({ call }, key, asking) => call(endpoints.readContact, key, asking),
    ({ contact_id: id }) => id,
  ),
  message: async (way, key, asking) => {
    const { word, id } = readMessageKey(key) ?? {};
    const kind = messageKinds(way).find((each) => each.word === word);
    return id !== undefined && (await kind?.read(id, asking)) !== undefined;
  },
};

/** An id as recorded clients send it: a number, unless it is too large to be one here. */
export function toWireId(key: string): string | number {
  return Number.isSafeInteger(Number(key)) ? Number(key) : key;
}
