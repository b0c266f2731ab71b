import type { Effect } from '../../transport/exchange.js';
import type { Endpoint, ListEndpoint } from '../../wire/endpoint.js';
import { flag, optional, record, rows, text, wholeNumber, type Read, type Reader } from '../../wire/read.js';

/** An id as the API takes it: a number, or text where a number would lose digits. */
export type WireId = number | string;

export interface ListQuery {
  readonly search?: string | undefined;
  /** Counted from 1. */
  readonly page?: number | undefined;
  readonly limit?: number | undefined;
}

export interface ContactQuery extends ListQuery {
  /** `none`: contacts in no group. */
  readonly group_id?: WireId | undefined;
}

const columns = {
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

const viewedContact = record(columns);
const listedContact = record({ ...columns, group_id: optional(text), group_name: optional(text) });
const group = record({ id: text, name: text, count: optional(wholeNumber) });
const membership = record({ id: text, group_id: optional(text), group_name: optional(text) });

export type WireContact = Read<typeof viewedContact>;
export type WireListedContact = Read<typeof listedContact>;
export type WireGroup = Read<typeof group>;
/** What list rows and `groups/check` tell of a contact's group; no id: it is in none. */
export type WireMembership = Pick<Read<typeof membership>, 'group_id' | 'group_name'>;

/** What all lists answer; `paging.count` is the number of pages, not of rows, and may be left out. */
export interface WireList<Item> {
  readonly items: readonly Item[];
  readonly paging: { readonly count: number } | null;
}

const pages = optional(record({ count: wholeNumber }));
/** An empty array is how PHP writes an empty object. */
const paging: typeof pages = (value, at) => (Array.isArray(value) && value.length === 0 ? null : pages(value, at));

function items<Item>(item: Reader<Item>): Reader<WireList<Item>> {
  return record({ items: rows(item), paging });
}

/** Each action is a POST with its parameters in the body, whatever it does: only the effect tells. */
export function action<Parameters, Answer>(
  name: string,
  effect: Effect,
  answer: Reader<Answer>,
): Endpoint<Parameters, Answer> {
  return { name, method: 'POST', path: () => `/${name}`, body: (parameters) => parameters, effect, answer };
}

/** An action that answers a list. */
function listing<Parameters, Item>(name: string, item: Reader<Item>): ListEndpoint<Parameters, WireList<Item>, Item> {
  const rows = { key: 'items', row: item, of: ({ items: all }: WireList<Item>) => all };
  return { ...action<Parameters, WireList<Item>>(name, 'reads', items(item)), rows };
}

export const endpoints = {
  listContacts: listing<ContactQuery, WireListedContact>('contacts/index', listedContact),
  viewContact: action<{ readonly id: WireId }, WireContact>('contacts/view', 'reads', viewedContact),
  listGroups: listing<ListQuery, WireGroup>('groups/index', group),
  viewGroup: action<{ readonly id: WireId }, WireGroup>('groups/view', 'reads', group),
  checkGroups: action<{ readonly phone: string }, WireList<Read<typeof membership>>>(
    'groups/check',
    'reads',
    items(membership),
  ),
};
