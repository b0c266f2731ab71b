import { emailKey } from '../../../graph/values/text-filter.js';
import type { ReconcileContext, ReconcileVerdict, WriteAttempt } from '../../../operations/intent.js';
import type { Json, RecoveryHint } from '../../../operations/record.js';
import type { ContactBackend } from '../../../graph/contact/backend.js';
import type { ColumnDigests } from '../../../graph/mutations/reconciler.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { ContactInput } from './input-rules.js';
import type { MatchingReader } from './reads.js';
import { CONTACT_TYPES, emailColumns, type ContactType, type WireContact } from './columns.js';

/** A contact that is being created. HostTracker keeps nothing unique but ids, so it is recognised by these columns. */
export interface PendingContact {
  readonly type: ContactType;
  /** As sent. */
  readonly address: string;
  /** As sent; undefined where none is. */
  readonly name: string | undefined;
  /** The spellings of the address that were queried before; null: all contacts of that type were. */
  readonly queriedSpellings: readonly string[] | null;
  /** Ids of the contacts at that address before the creation. */
  readonly existingIds: readonly string[];
}

/** Finds out whether writes were done whose answer was lost or did not say so. */
export interface ContactRecovery {
  /** Reads the contacts at the address before a contact is created. */
  readonly captureExisting: (
    contact: Pick<PendingContact, 'type' | 'address' | 'name'>,
    callOptions: CallOptions,
  ) => Promise<PendingContact>;
  /** Keys of the contacts at that address that were created since. */
  readonly findCreated: (pending: PendingContact, callOptions: CallOptions) => Promise<readonly string[]>;
  /** Whether no contact at that address, in any spelling, was created since. */
  readonly isNothingCreated: (pending: PendingContact, callOptions: CallOptions) => Promise<boolean>;
  readonly reconcilers: Readonly<
    Record<string, (hint: RecoveryHint, context: ReconcileContext) => Promise<ReconcileVerdict>>
  >;
}

/** The hint of a creation. */
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

/** The hint of a change to all of these contacts. */
export function bulkUpdateHint(keys: readonly string[], digests: ColumnDigests): RecoveryHint {
  return { look: 'changedContacts', keys, digests };
}

/**
 * Digests of the columns of a row after a change. Undefined where one of them can't be foreseen: addresses, days and
 * subscriptions may come back in another spelling or order than they were sent in.
 */
export function expectedDigests(input: ContactInput, digest: WriteAttempt['digest']): ColumnDigests | undefined {
  const { address, subscriptions, gateway, activeDays, activePeriod: period } = input;
  if (address !== undefined || subscriptions !== undefined || gateway !== undefined || activeDays) return undefined;
  const { name, alertDelayMinutes } = input;
  const columns: Readonly<Record<string, Json | undefined>> = {
    name: name?.trim() ?? name,
    alertDelayMinutes,
    activePeriod: period && { start: period.start, end: period.end, crossesMidnight: period.start > period.end },
    activeDays,
    ...Object.fromEntries(emailColumns.names.map((column) => [column, input[column]])),
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
      row.contactType === contactType && matchesAddress(comparableAddress(contactType, row.address ?? ''));
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
        const type = CONTACT_TYPES.find((each) => each === said);
        if (!type) return { is: 'unknown' };
        // The hint holds a digest of the address, which can't be queried.
        const rows = await readAddressRows(type, null, (other) => context.digest(other) === address, context);
        const [row, ...others] = addedSince(rows, stringsOf(before));
        if (!row) return { is: 'notDone' };
        // Of two that were created since, either may be another one. So may a contact with another name. One in a
        // spelling that was not queried before may have been there all along.
        const wasQueried = !Array.isArray(asked) || asked.includes(context.digest(row.address ?? ''));
        const isNamed = typeof name !== 'string' || context.digest(row.name) === name;
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

/** The same text for all spellings of an address. */
function comparableAddress(type: ContactType, address: string): string {
  return type === 'SMS' || type === 'VoiceCall' ? address.replace(/\D/g, '') : emailKey(address);
}

/**
 * The spellings of an address by which HostTracker's filter surely finds it. Null where its characters may have a
 * meaning in the filter: the document's sample puts an address with a plus in quotes.
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

/** A column of a row as JSON, which all columns that hints hold are. */
function toJson(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([name, each]: [string, unknown]) => [name, toJson(each)]));
}
