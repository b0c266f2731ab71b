import { throwIfInvalid, sameUpstreamKeyOf, notFoundError } from '../../graph/mutations/target.js';
import { InvalidInputError, type WriteAttempt } from '../../operations/intent.js';
import type { UserErrorDetail } from '../../operations/record.js';
import type { CallOptions } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/unless-missing.js';
import { accountEndpoints } from './account/endpoints.js';
import { contactEndpoints } from './contact/endpoints.js';
import { groupEndpoints } from './group/endpoints.js';
import { isKey } from './shared/reads/keys.js';
import { columnOfReference } from './shared/reads/reference-columns.js';
import { messageKinds } from './message/kinds.js';
import { parseMessageKey } from './message/key.js';
import { programEndpoints } from './program/endpoints.js';
import type { Session } from './session.js';

type ReferableNoun = 'program' | 'group' | 'account' | 'contact' | 'message';

/** The things that an input names by their ids. */
interface References {
  /** Keys by field of the input; a field that is left out, null or invalid has none. */
  readonly keys: ReadonlyMap<string, string>;
  /** The fields that were given, by the server's word for the thing that they name. */
  readonly fields: Readonly<Record<string, string>>;
  readonly userErrors: readonly UserErrorDetail[];
  /** Throws Invalid where a thing is not there: the server itself would mostly accept any id. */
  readonly verifyExist: (session: Session, writeAttempt: WriteAttempt) => Promise<void>;
}

/** Reads the ids in these fields of an input. */
export function readReferences(
  input: object,
  nouns: Readonly<Record<string, ReferableNoun>>,
  upstream: string,
): References {
  const inputValues = new Map<string, unknown>(Object.entries(input));
  const keys = new Map<string, string>();
  const userErrors: UserErrorDetail[] = [];
  for (const [field, noun] of Object.entries(nouns)) {
    const id = inputValues.get(field);
    if (typeof id !== 'string') continue;
    try {
      const key = sameUpstreamKeyOf(noun, id, upstream, [field]);
      if (noun === 'message' ? !parseMessageKey(key) : !isKey(key)) throw notFoundError(noun, [field]);
      keys.set(field, key);
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      userErrors.push(...error.mistakes);
    }
  }
  const verifyExist = async (session: Session, writeAttempt: WriteAttempt): Promise<void> => {
    const missing = [...keys].map(async ([field, key]) => {
      const noun = nouns[field];
      return noun && !(await EXISTENCE_CHECKS[noun](session, key, writeAttempt))
        ? notFoundError(noun, [field]).mistakes
        : [];
    });
    throwIfInvalid((await Promise.all(missing)).flat());
  };
  const fields = Object.fromEntries([...keys.keys()].map((field) => [nouns[field] ?? '', field]));
  return { keys, fields, userErrors, verifyExist };
}

/** The endpoints that are asked whether a thing that an input names is there. */
export const referenceEndpoints = {
  program: programEndpoints.read,
  group: groupEndpoints.read,
  account: accountEndpoints.read,
  contact: contactEndpoints.read,
};

type ExistenceCheck = (session: Session, key: string, callOptions: CallOptions) => Promise<boolean>;

/** An item with another id, or with nothing but nulls, does not count as there. */
function existenceCheck<Item>(
  read: (session: Session, key: string, callOptions: CallOptions) => Promise<Item>,
  idOf: (item: Item) => unknown,
) {
  const checkExists: ExistenceCheck = async (session, key, callOptions) => {
    const found = await unlessMissing(read(session, key, callOptions));
    const id = found && idOf(found);
    return found !== undefined && (id === undefined || id === key);
  };
  return checkExists;
}

const EXISTENCE_CHECKS: Readonly<Record<ReferableNoun, ExistenceCheck>> = {
  program: existenceCheck(
    ({ call }, key, callOptions) => call(referenceEndpoints.program, key, callOptions),
    ({ program_id: id }) => id,
  ),
  group: existenceCheck(
    ({ call }, key, callOptions) => call(referenceEndpoints.group, key, callOptions),
    ({ group_id: id }) => id,
  ),
  account: existenceCheck(
    ({ call }, key, callOptions) => call(referenceEndpoints.account, key, callOptions),
    ({ account_id: id }) => id,
  ),
  contact: existenceCheck(
    ({ call }, key, callOptions) => call(referenceEndpoints.contact, key, callOptions),
    ({ contact_id: id }) => id,
  ),
  message: async (session, key, callOptions) => {
    const { word, id } = parseMessageKey(key) ?? {};
    const kind = messageKinds(session).find((each) => each.word === word);
    return id !== undefined && (await kind?.read(id, callOptions)) !== undefined;
  },
};

/** Keys that an input names, by the columns that hold them. */
export function referenceCells(keys: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...keys].map(([field, key]) => [columnOfReference(field), key]));
}

/** The same by the fields of the input, as the server takes them. */
export function referenceIds(keys: ReadonlyMap<string, string>): Readonly<Record<string, string | number>> {
  return Object.fromEntries([...keys].map(([field, key]) => [field, toWireId(key)]));
}

/** An id as recorded clients send it: a number, unless it is too large to be one here. */
export function toWireId(key: string): string | number {
  return Number.isSafeInteger(Number(key)) ? Number(key) : key;
}
