import { emailKey } from '../../graph/text.js';
import type { Looking, Verdict, Writing } from '../../operations/intent.js';
import type { Json, Trail } from '../../operations/record.js';
import type { ContactBackend } from '../../graph/contact/backend.js';
import type { Expected } from '../../graph/look.js';
import type { Asking } from '../../transport/exchange.js';
import type { ContactInput } from './check.js';
import type { Sift } from './sift.js';
import type { ContactType, WireContact } from './wire-contact.js';

/** A contact that is being made, by what tells it from others: nothing that HostTracker keeps is unique but its id. */
export interface Sought {
  readonly type: ContactType;
  /** As it is sent. */
  readonly address: string;
  /** As it is sent; undefined where none is. */
  readonly name: string | undefined;
  /** The spellings that were asked for before; null: all contacts of that type were. */
  readonly asked: readonly string[] | null;
  /** Ids of the contacts at that address that were there before. */
  readonly before: readonly string[];
}

/** Finds out what became of writes whose answer was lost, or did not tell. */
export interface Tracker {
  /** Reads what is there before a contact is made. */
  readonly seek: (contact: Pick<Sought, 'type' | 'address' | 'name'>, asking: Asking) => Promise<Sought>;
  /** Keys of contacts at that address that have come since. */
  readonly find: (sought: Sought, asking: Asking) => Promise<readonly string[]>;
  /** Whether there is none at that address, in any spelling, that may have come since. */
  readonly isNone: (sought: Sought, asking: Asking) => Promise<boolean>;
  readonly looks: Readonly<Record<string, (trail: Trail, looking: Looking) => Promise<Verdict>>>;
}

/** The trail of a creation. */
export function made({ type, address, name, asked, before }: Sought, { digest }: Writing): Trail {
  return {
    look: 'madeContact',
    type,
    address: digest(plain(type, address)),
    asked: asked?.map(digest) ?? null,
    name: name === undefined ? null : digest(name),
    before,
  };
}

/** The trail of a change to all of these contacts. */
export function changedEach(keys: readonly string[], digests: Expected): Trail {
  return { look: 'changedContacts', keys, digests };
}

/**
 * What a row should look like after a change, or undefined where that can't be told for all of the change: addresses,
 * days and subscriptions may come back in another spelling or order than they were sent in.
 */
export function expectedOf(input: ContactInput, digest: Writing['digest']): Expected | undefined {
  const { address, subscriptions, gateway, activeDays, activePeriod: period } = input;
  if (address !== undefined || subscriptions !== undefined || gateway !== undefined || activeDays) return undefined;
  const { name, alertDelayMinutes, reportFormat, sendNews, sendPressRelease, sendBillingNotifications } = input;
  const columns: Readonly<Record<string, Json | undefined>> = {
    name: name?.trim() ?? name,
    alertDelayMinutes,
    activePeriod: period && { start: period.start, end: period.end, crossesMidnight: period.start > period.end },
    activeDays,
    reportFormat,
    sendNews,
    sendPressRelease,
    sendBillingNotifications,
  };
  const given = Object.entries(columns).flatMap(([column, value]) =>
    value === undefined ? [] : [[column, digest(value)] as const],
  );
  return Object.fromEntries(given);
}

export function createTracker(sift: Sift, { byKeys }: Pick<ContactBackend, 'byKeys'>): Tracker {
  const rowsOf = async (
    contactType: ContactType,
    addresses: readonly string[] | null,
    isThere: (address: string) => boolean,
    asking: Asking,
  ): Promise<readonly WireContact[]> => {
    const query = addresses ? { contactType, addresses } : { contactType };
    const isWanted = (row: WireContact): boolean =>
      row.contactType === contactType && isThere(plain(contactType, row.address));
    return sift(query, isWanted, { ...asking, fresh: true });
  };
  const same = ({ type, address }: Pick<Sought, 'type' | 'address'>) => {
    const wanted = plain(type, address);
    return (other: string): boolean => other === wanted;
  };

  return {
    seek: async (contact, asking) => {
      const asked = spellingsOf(contact);
      const rows = await rowsOf(contact.type, asked, same(contact), asking);
      return { ...contact, asked, before: rows.map(({ id }) => id) };
    },
    find: async (sought, asking) =>
      since(await rowsOf(sought.type, sought.asked, same(sought), asking), sought.before).map(({ id }) => id),
    isNone: async (sought, asking) =>
      since(await rowsOf(sought.type, null, same(sought), asking), sought.before).length === 0,
    looks: {
      madeContact: async ({ type: said, address, asked, name, before }, looking) => {
        const type = TYPES.find((each) => each === said);
        if (!type) return { is: 'unknown' };
        // The trail can't hold the address to ask for.
        const rows = await rowsOf(type, null, (other) => looking.digest(other) === address, looking);
        const [row, ...others] = since(rows, textsIn(before));
        if (!row) return { is: 'notDone' };
        // Of two that came since, either may be somebody else's; so may one of another name, or in a spelling that was
        // not asked for, which may have been there all along.
        const wasAsked = !Array.isArray(asked) || asked.includes(looking.digest(row.address.trim()));
        const isNamed = typeof name !== 'string' || looking.digest(row.name?.trim() ?? null) === name;
        const isOurs = others.length === 0 && wasAsked && isNamed;
        return isOurs ? { is: 'done', result: { key: row.id } } : { is: 'unknown' };
      },
      changedContacts: async ({ keys: sent, digests }, looking) => {
        const keys = textsIn(sent);
        if (typeof digests !== 'object' || digests === null) return { is: 'unknown' };
        const rows = [...(await byKeys(keys, looking)).values()];
        const changed = rows.filter((row) =>
          Object.entries(digests).every(([column, digest]) => {
            const [, value] = Object.entries(row).find(([name]) => name === column) ?? [];
            return looking.digest(toJson(value)) === digest;
          }),
        );
        if (rows.length > 0 && changed.length === rows.length) return { is: 'done', result: { keys } };
        return { is: changed.length === 0 && rows.length === keys.length ? 'notDone' : 'unknown' };
      },
    },
  };
}

const TYPES: readonly ContactType[] = ['Email', 'SMS', 'IM', 'VoiceCall'];

/** An address however it is spelled. */
function plain(type: ContactType, address: string): string {
  return type === 'SMS' || type === 'VoiceCall' ? address.replace(/\D/g, '') : emailKey(address);
}

/**
 * An address in the spellings by which HostTracker's filter surely finds it; null where its characters may mean
 * something else to that filter, as the document's sample of an address with a plus, in quotes, makes one fear.
 */
function spellingsOf({ type, address }: Pick<Sought, 'type' | 'address'>): readonly string[] | null {
  if (!/^[\w.@-]{1,254}$/.test(address)) return null;
  return [...new Set([address, plain(type, address)])];
}

function since(rows: readonly WireContact[], before: readonly string[]): readonly WireContact[] {
  return rows.filter(({ id }) => !before.includes(id));
}

function textsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** A column of a row, of which those that changes are told by hold nothing but JSON. */
function toJson(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([name, each]: [string, unknown]) => [name, toJson(each)]));
}
