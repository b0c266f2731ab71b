import type { Effect } from '../../transport/exchange.js';
import type { Endpoint, ListEndpoint } from '../../wire/endpoint.js';
import { flag, optional, text, wholeNumber } from '../../wire/value-readers.js';
import type { ReadValue, Reader } from '../../wire/reader.js';
import { readableRows } from '../../wire/row-readers.js';
import { record } from '../../wire/structure-readers.js';

/** An id as the API takes it: a number, or text where a number would lose digits. */
export type WireId = number | string;

export interface WireListQuery {
  readonly search?: string | undefined;
  /** Counted from 1. */
  readonly page?: number | undefined;
  readonly limit?: number | undefined;
}

export interface WireContactQuery extends WireListQuery {
  /** `none`: contacts in no group. */
  readonly group_id?: WireId | undefined;
}

const contactColumns = {
  id: text,
  phone: optional(text),
  email: optional(text),
  company: optional(text),
  first_name: optional(text),
  last_name: optional(text),
  tax_id: optional(text),
  address: optional(text),
  city: optional(text),
  description: optional(text),
  blacklist: optional(flag),
};

const contactRow = record(contactColumns);
const listedContactRow = record({ ...contactColumns, group_id: optional(text), group_name: optional(text) });
const groupRow = record({ id: text, name: text, count: optional(wholeNumber) });
const membershipRow = record({ id: text, group_id: optional(text), group_name: optional(text) });

export type WireContact = ReadValue<typeof contactRow>;
export type WireListedContact = ReadValue<typeof listedContactRow>;
export type WireGroup = ReadValue<typeof groupRow>;
/** What list rows and `groups/check` tell of a contact's group; no id: it is in none. */
export type WireMembership = Pick<ReadValue<typeof membershipRow>, 'group_id' | 'group_name'>;

/** What all lists answer; `paging.count` is the number of pages, not of rows, and may be left out. */
export interface WireList<Item> {
  readonly items: readonly Item[];
  readonly paging: { readonly count: number } | null;
}

const pagingOrNull = optional(record({ count: wholeNumber }));
/** An empty array is how PHP writes an empty object. */
const paging: typeof pagingOrNull = (value, at) =>
  Array.isArray(value) && value.length === 0 ? null : pagingOrNull(value, at);

function listAnswer<Item>(item: Reader<Item>): Reader<WireList<Item>> {
  return record({ items: readableRows(item), paging });
}

/** Each action is a POST with its parameters in the body, whatever it does: only the effect tells. */
export function defineAction<Parameters, Answer>(
  name: string,
  effect: Effect,
  answer: Reader<Answer>,
): Endpoint<Parameters, Answer> {
  return { name, method: 'POST', path: () => `/${name}`, body: (parameters) => parameters, effect, answer };
}

/** An action that answers a list. */
function defineListAction<Parameters, Item>(
  name: string,
  item: Reader<Item>,
): ListEndpoint<Parameters, WireList<Item>, Item> {
  const rows = { key: 'items', row: item, extract: ({ items: all }: WireList<Item>) => all };
  return { ...defineAction<Parameters, WireList<Item>>(name, 'reads', listAnswer(item)), rows };
}

export const endpoints = {
  listContacts: defineListAction<WireContactQuery, WireListedContact>('contacts/index', listedContactRow),
  readContact: defineAction<{ readonly id: WireId }, WireContact>('contacts/view', 'reads', contactRow),
  listGroups: defineListAction<WireListQuery, WireGroup>('groups/index', groupRow),
  readGroup: defineAction<{ readonly id: WireId }, WireGroup>('groups/view', 'reads', groupRow),
  listGroupsOfPhone: defineAction<{ readonly phone: string }, WireList<ReadValue<typeof membershipRow>>>(
    'groups/check',
    'reads',
    listAnswer(membershipRow),
  ),
};
