import { emailKey } from '../../../graph/values/text-filter.js';
import type { ReconcileContext, ReconcileVerdict, WriteAttempt } from '../../../operations/intent.js';
import type { Json, RecoveryHint } from '../../../operations/record.js';
import type { ContactBackend } from '../../../graph/contact/backend.js';
import type { ColumnDigests } from '../../../graph/mutations/reconciler.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { ContactInput } from './input-rules.js';
import type { MatchingReader } from './reads.js';
import type { ContactType, WireContact } from './columns.js';

/** A contact that is being made, by what tells it from others: nothing that HostTracker keeps is unique but its id. */
export interface PendingContact {
  readonly type: ContactType;
  /** As it is sent. */
  readonly address: string;
  /** As it is sent; undefined where none is. */
  readonly name: string | undefined;
  /** The spellings that were asked for before; null: all contacts of that type were. */
  readonly queriedSpellings: readonly string[] | null;
  /** Ids of the contacts at that address that were there before. */
  readonly existingIds: readonly string[];
}

/** Finds out what became of writes whose answer was lost, or did not tell. */
export interface ContactRecovery {
  /** Reads what is there before a contact is made. */
  readonly captureExisting: (
    contact: Pick<PendingContact, 'type' | 'address' | 'name'>,
    callOptions: CallOptions,
  ) => Promise<PendingContact>;
  /** Keys of contacts at that address that have come since. */
  readonly findCreated: (pending: PendingContact, callOptions: CallOptions) => Promise<readonly string[]>;
  /** Whether there is none at that address, in any spelling, that may have come since. */
  readonly isNothingCreated: (pending: PendingContact, callOptions: CallOptions) => Promise<boolean>;
  readonly reconcilers: Readonly<
    Record<string, (trail: RecoveryHint, context: ReconcileContext) => Promise<ReconcileVerdict>>
  >;
}

/** The trail of a creation. */
export function creationHint(
  { type, address, name, queriedSpellings, existingIds: before }: PendingContact,
  { digest }: WriteAttempt,
): RecoveryHint {
  return {
    look: 'madeContact',
    type,
    address: digest(comparableAddress(type, address)),
    asked: queriedSpellings?.map(digest) ?? null,
    name: name === undefined ? null : digest(name),
    before,
  };
}

/** The trail of a change to all of these contacts. */
export function bulkUpdateHint(keys: readonly string[], digests: ColumnDigests): RecoveryHint {
  return { look: 'changedContacts', keys, digests };
}

/**
 * What a row should look like after a change, or undefined where that can't be told for all of the change: addresses,
 * days and subscriptions may come back in another spelling or order than they were sent in.
 */
export function expectedDigests(input: ContactInput, digest: WriteAttempt['digest']): ColumnDigests | undefined {
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
  const digests = Object.entries(columns).flatMap(([column, value]) =>
    value === undefined ? [] : [[column, digest(value)] as const],
  );
  return Object.fromEntries(digests);
}

export function createContactRecovery(
  readMatching: MatchingReader,
  { byKeys }: Pick<ContactBackend, 'byKeys'>,
): ContactRecovery {
  const readAddressRows = async (
    contactType: ContactType,
    addresses: readonly string[] | null,
    matchesAddress: (address: string) => boolean,
    callOptions: CallOptions,
  ): Promise<readonly WireContact[]> => {
    const query = addresses ? { contactType, addresses } : { contactType };
    const isWanted = (row: WireContact): boolean =>
      row.contactType === contactType && matchesAddress(comparableAddress(contactType, row.address));
    return readMatching(query, isWanted, { ...callOptions, bypassCache: true });
  };
  const addressMatcher = ({ type, address }: Pick<PendingContact, 'type' | 'address'>) => {
    const expected = comparableAddress(type, address);
    return (other: string): boolean => other === expected;
  };

  return {
    captureExisting: async (contact, callOptions) => {
      const queriedSpellings = spellingsOf(contact);
      const rows = await readAddressRows(contact.type, queriedSpellings, addressMatcher(contact), callOptions);
      return { ...contact, queriedSpellings, existingIds: rows.map(({ id }) => id) };
    },
    findCreated: async (pending, callOptions) =>
      addedSince(
        await readAddressRows(pending.type, pending.queriedSpellings, addressMatcher(pending), callOptions),
        pending.existingIds,
      ).map(({ id }) => id),
    isNothingCreated: async (pending, callOptions) =>
      addedSince(await readAddressRows(pending.type, null, addressMatcher(pending), callOptions), pending.existingIds)
        .length === 0,
    reconcilers: {
      madeContact: async ({ type: said, address, asked, name, before }, context) => {
        const type = TYPES.find((each) => each === said);
        if (!type) return { is: 'unknown' };
        // The trail can't hold the address to ask for.
        const rows = await readAddressRows(type, null, (other) => context.digest(other) === address, context);
        const [row, ...others] = addedSince(rows, stringsOf(before));
        if (!row) return { is: 'notDone' };
        // Of two that came since, either may be somebody else's; so may one of another name, or in a spelling that was
        // not asked for, which may have been there all along.
        const wasQueried = !Array.isArray(asked) || asked.includes(context.digest(row.address.trim()));
        const isNamed = typeof name !== 'string' || context.digest(row.name?.trim() ?? null) === name;
        const isOurs = others.length === 0 && wasQueried && isNamed;
        return isOurs ? { is: 'done', result: { key: row.id } } : { is: 'unknown' };
      },
      changedContacts: async ({ keys: sent, digests }, context) => {
        const keys = stringsOf(sent);
        if (typeof digests !== 'object' || digests === null) return { is: 'unknown' };
        const rows = [...(await byKeys(keys, context)).values()];
        const changed = rows.filter((row) =>
          Object.entries(digests).every(([column, digest]) => {
            const [, value] = Object.entries(row).find(([name]) => name === column) ?? [];
            return context.digest(toJson(value)) === digest;
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
function comparableAddress(type: ContactType, address: string): string {
  return type === 'SMS' || type === 'VoiceCall' ? address.replace(/\D/g, '') : emailKey(address);
}

/**
 * An address in the spellings by which HostTracker's filter surely finds it; null where its characters may mean
 * something else to that filter, as the document's sample of an address with a plus, in quotes, makes one fear.
 */
function spellingsOf({ type, address }: Pick<PendingContact, 'type' | 'address'>): readonly string[] | null {
  if (!/^[\w.@-]{1,254}$/.test(address)) return null;
  return [...new Set([address, comparableAddress(type, address)])];
}

function addedSince(rows: readonly WireContact[], before: readonly string[]): readonly WireContact[] {
  return rows.filter(({ id }) => !before.includes(id));
}

function stringsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** A column of a row, of which those that changes are told by hold nothing but JSON. */
function toJson(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([name, each]: [string, unknown]) => [name, toJson(each)]));
}
