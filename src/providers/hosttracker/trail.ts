import type { Looking, Verdict, Writing } from '../../operations/intent.js';
import type { Json, Trail } from '../../operations/record.js';
import type { ContactBackend } from '../../graph/contact/backend.js';
import type { Expected } from '../../graph/look.js';
import type { Asking } from '../../transport/exchange.js';
import type { Caller } from '../../wire/endpoint.js';
import type { ContactInput } from './check.js';
import type { Endpoints } from './endpoints.js';
import type { ContactType, WireContact } from './wire-contact.js';

/** A contact that is being made, by what tells it from others: nothing that HostTracker keeps is unique but its id. */
export interface Sought {
  readonly type: ContactType;
  readonly address: string;
  /** Ids of all contacts of that type that were there before. */
  readonly before: readonly string[];
}

/** Finds out what became of writes whose answer was lost, or did not tell. */
export interface Tracker {
  readonly idsOf: (type: ContactType, asking: Asking) => Promise<readonly string[]>;
  /** Keys of contacts at that address that have come since. */
  readonly find: (sought: Sought, asking: Asking) => Promise<readonly string[]>;
  readonly looks: Readonly<Record<string, (trail: Trail, looking: Looking) => Promise<Verdict>>>;
}

/** The trail of a creation. */
export function made({ type, address, before }: Sought, { digest }: Writing): Trail {
  return { look: 'madeContact', type, address: digest(plain(type, address)), before };
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

export function createTracker(call: Caller, endpoints: Endpoints, { byKeys }: Pick<ContactBackend, 'byKeys'>): Tracker {
  const rowsOf = (contactType: ContactType, asking: Asking): Promise<readonly WireContact[]> =>
    call(endpoints.contacts, { contactType }, asking);

  const since = async (
    type: ContactType,
    before: readonly string[],
    isThere: (address: string) => boolean,
    asking: Asking,
  ): Promise<readonly string[]> => {
    const known = new Set(before);
    const rows = await rowsOf(type, { ...asking, fresh: true });
    return rows
      .filter((row) => row.contactType === type && !known.has(row.id) && isThere(plain(type, row.address)))
      .map(({ id }) => id);
  };

  return {
    idsOf: async (type, asking) => (await rowsOf(type, asking)).map(({ id }) => id),
    find: ({ type, address, before }, asking) => since(type, before, (other) => other === plain(type, address), asking),
    looks: {
      madeContact: async (trail, looking) => {
        const type = TYPES.find((each) => each === trail['type']);
        if (!type) return { is: 'unknown' };
        const [key, ...others] = await since(
          type,
          textsIn(trail['before']),
          (address) => looking.digest(address) === trail['address'],
          looking,
        );
        if (key === undefined) return { is: 'notDone' };
        // Of two that came since, either may be somebody else's.
        return others.length > 0 ? { is: 'unknown' } : { is: 'done', result: { key } };
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
  return type === 'SMS' || type === 'VoiceCall' ? address.replace(/\D/g, '') : address.trim().toLowerCase();
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
