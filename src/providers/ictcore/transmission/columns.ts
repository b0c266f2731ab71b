import type { Channel } from '../../../graph/contact/types.js';
import type { Direction, Transmission, TransmissionStatus } from '../../../graph/transmission/types.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import { encodeId } from '../../../graph/values/id.js';
import { declareColumns } from '../../../wire/columns.js';
import { instant, optional, text, int32 } from '../../../wire/value-readers.js';
import type { Reader } from '../../../wire/reader.js';
import { toAccount, type WireListedAccount } from '../account/columns.js';
import { toContact } from '../contact/columns.js';
import type { ListedContact } from '../contact/endpoints.js';
import type { Session } from '../session.js';
import { isKey, keyOrNull } from '../shared/reads/keys.js';
import { referenceKey, referenceRule } from '../shared/reads/reference-columns.js';
import { channelOf } from '../shared/reads/service-flags.js';
import { textRule, wholeNumberRule } from '../shared/writes/rules.js';

/** The server's words for what we call a status; all others are UNKNOWN. */
export const TRANSMISSION_STATUSES: ReadonlyMap<string, TransmissionStatus> = new Map([
  ['pending', 'PENDING'],
  ['pending_retry', 'PENDING'],
  ['initializing', 'PROCESSING'],
  ['processing', 'PROCESSING'],
  ['done', 'COMPLETED'],
  ['completed', 'COMPLETED'],
  ['failed', 'FAILED'],
  // Of the community edition: the contact is on its do-not-call list, or there is no trunk.
  ['failed(dnc)', 'FAILED'],
  ['no_provider', 'FAILED'],
  ['invalid', 'INVALID'],
]);

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['outbound', 'OUTBOUND'],
  ['inbound', 'INBOUND'],
]);

export function transmissionStatusOf(word: string | null): TransmissionStatus {
  return TRANSMISSION_STATUSES.get(word?.toLowerCase() ?? '') ?? 'UNKNOWN';
}

const optionalText = optional(text);
const optionalNumber = optional(int32);
const status: Reader<TransmissionStatus> = (value, at) => transmissionStatusOf(optionalText(value, at));
const direction: Reader<Direction> = (value, at) =>
  DIRECTIONS.get(optionalText(value, at)?.toLowerCase() ?? '') ?? 'UNKNOWN';
const channel: Reader<Channel | null> = (value, at) => channelOf(optionalNumber(value, at) ?? 0);

/**
 * `item`: only items of real servers hold these columns; lists of the guide do as well. `search`: a list that is searched
 * by a value of the column says which rows have it. `status`: items may lack it, and then an endpoint of its own holds it.
 */
const COLUMNS = {
  programKey: { wire: 'program_id', read: referenceKey, in: ['item', 'search'], rule: referenceRule },
  contactKey: { wire: 'contact_id', read: referenceKey, rule: referenceRule },
  accountKey: { wire: 'account_id', read: referenceKey, rule: referenceRule },
  campaignKey: { wire: 'campaign_id', read: referenceKey, in: ['item', 'search'] },
  title: { wire: 'title', read: optionalText, in: ['item'], rule: textRule({ maxBytes: 255 }) },
  origin: { wire: 'origin', read: optionalText, in: ['item'], rule: textRule({ maxBytes: 128 }) },
  channel: {
    wire: 'service_flag',
    read: channel,
    in: ['item', 'search'],
    rule: (value: unknown) => (value === 'IM' ? 'can be VOICE, FAX, SMS or EMAIL, not IM.' : undefined),
  },
  direction: {
    wire: 'direction',
    read: direction,
    rule: (value: unknown) => (value === 'UNKNOWN' ? 'can be OUTBOUND or INBOUND, not UNKNOWN.' : undefined),
  },
  triesAllowed: { wire: 'try_allowed', read: optionalNumber, in: ['item'], rule: wholeNumberRule(1, 2_147_483_647) },
  status: { wire: 'status', read: status, in: ['status'] },
  response: { wire: 'response', read: optionalText },
  lastRunAt: { wire: 'last_run', read: optional(instant) },
} as const;

type Source = 'list' | 'item' | 'search' | 'status';

/** Things that rows carry and what is below them are read apart. */
export const transmissionColumns = declareColumns<
  Transmission,
  Exclude<
    keyof Transmission,
    '__typename' | 'id' | 'upstream' | 'upstreamId' | 'contactRow' | 'accountRow' | 'attempts' | 'results'
  >,
  Source
>()(COLUMNS);

/** Columns that rows of lists may lack, and that lists can be searched by. */
export type SearchableColumn = {
  [Name in keyof typeof COLUMNS]: (typeof COLUMNS)[Name] extends { readonly in: ReadonlyArray<infer Each> }
    ? 'search' extends Each
      ? Name
      : never
    : never;
}[keyof typeof COLUMNS];

const searchable = transmissionColumns.onlyIn('search');

export function isSearchable(column: string): column is SearchableColumn {
  return searchable.includes(column);
}

/** Columns that can be read from nothing but items. */
export const ITEM_COLUMNS: readonly string[] = transmissionColumns.onlyIn('item').filter((name) => !isSearchable(name));

/** What a list is searched by for a column. */
export function searchParamOf(column: SearchableColumn): string {
  return COLUMNS[column].wire;
}

/** What every row of a list has in the columns that it was searched by. */
export function searchedCells(query: Readonly<Record<string, string | undefined>>): Partial<Transmission> {
  const found = searchable.filter(isSearchable).flatMap((column) => {
    const { wire, read } = COLUMNS[column];
    return query[wire] === undefined ? [] : [[column, read(query[wire], wire)] as const];
  });
  return Object.fromEntries(found);
}

/** The contact and the account that a row carries: undefined where it carries none, null where they are gone. */
interface EmbeddedRows {
  readonly account: WireListedAccount | null | undefined;
  readonly contact: ListedContact | null | undefined;
}

/** A transmission as an answer holds it. */
export function toTransmission(
  wire: object,
  key: string,
  source: 'list' | 'item',
  { account, contact }: EmbeddedRows,
  session: Session,
): Transmission {
  const { upstream } = session;
  const { contactKey, accountKey, ...cells } = transmissionColumns.cellsOf(wire, source);
  const contactRow = contactRowOf(contact, session);
  const accountRow = accountRowOf(account, upstream);
  return {
    __typename: 'Transmission',
    id: encodeId(upstream.name, 'transmission', key),
    upstream,
    upstreamId: key,
    contactKey: contactKey ?? keyOrNull(contact?.contact_id),
    accountKey: accountKey ?? keyOrNull(account?.account_id),
    ...cells,
    ...(contactRow === undefined ? {} : { contactRow }),
    ...(accountRow === undefined ? {} : { accountRow }),
  };
}

/** Contacts without a number of their own, such as the installation itself, can't be found again. */
function contactRowOf(wire: ListedContact | null | undefined, session: Session) {
  return wire && (isKey(wire.contact_id) ? toContact(wire, wire.contact_id, 'list', session) : null);
}

function accountRowOf(wire: WireListedAccount | null | undefined, upstream: UpstreamValue) {
  return wire && (isKey(wire.account_id) ? toAccount(wire, wire.account_id, 'embedded', upstream) : null);
}
