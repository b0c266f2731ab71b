import type { Params } from '../../query/plan.js';
import { segment } from '../../wire/caller.js';
import type { Endpoint } from '../../wire/endpoint.js';
import { nothing, optional, record, rowsInPlace, text, wholeNumber, type Read, type Reader } from '../../wire/read.js';
import type { Column } from './fields.js';

/** The address book of one domain. */
export interface Book {
  readonly account: string;
  readonly domain: string;
}

/** One contact of it. */
export interface Item extends Book {
  readonly name: string;
}

/** Which rows of it: those that match `params` (filterX and searchX), all of them or one page. */
export interface Search extends Book {
  readonly params: Params;
  /** From 1. */
  readonly page?: number;
  /** 1 to 400. */
  readonly pageSize?: number;
}

/** Columns of a contact as they are written; '' is none. */
export type Columns = Readonly<Partial<Record<Column, string>>>;

/** Rows, and how many there are that match. */
export interface Rows {
  readonly is: 'rows';
  readonly count: number;
  /** Undefined in the place of one that could not be read. */
  readonly list: ReadonlyArray<WireContact | undefined>;
}

/** Where the rows are instead: more than 100 come in pages only, and behind the last page there are none. */
export interface Elsewhere {
  readonly is: 'elsewhere';
  readonly page: number;
}

const contact = record({
  name: text,
  email: optional(text),
  firstName: optional(text),
  lastName: optional(text),
  displayName: optional(text),
  title: optional(text),
  homePhone: optional(text),
  mobilePhone: optional(text),
  businessPhone: optional(text),
  businessFax: optional(text),
  isdnNumber: optional(text),
  pager: optional(text),
  telexNumber: optional(text),
  company: optional(text),
  department: optional(text),
  roomNumber: optional(text),
  streetAddress: optional(text),
  postalCode: optional(text),
  city: optional(text),
  state: optional(text),
  country: optional(text),
} satisfies Readonly<Record<Column, Reader<string | null>>>);

export type WireContact = Read<typeof contact>;

const counted = record({ count: wholeNumber, list: rowsInPlace(contact) });
const rows: Reader<Rows | Elsewhere> = (value, at) => ({ is: 'rows', ...counted(value, at) });

const pageNamed = record({ page: wholeNumber });
const elsewhere: Reader<Rows | Elsewhere> = (value, at) => {
  const [, query] = text(value, at).split('?');
  return { is: 'elsewhere', ...pageNamed(Object.fromEntries(new URLSearchParams(query)), at) };
};

/** What is asked of Hostway. */
export const endpoints = {
  listContacts: {
    name: 'GET /accounts/{account}/email/{domain}/contacts',
    method: 'GET',
    path: pathOf,
    query: ({ params, page, pageSize }) => ({ ...params, page, pageSize }),
    effect: 'reads',
    answer: rows,
    seeOther: elsewhere,
  } satisfies Endpoint<Search, Rows | Elsewhere>,

  readContact: {
    name: 'GET /accounts/{account}/email/{domain}/contacts/{contact}',
    method: 'GET',
    path: itemOf,
    effect: 'reads',
    answer: contact,
  } satisfies Endpoint<Item, WireContact>,

  // Its page tells what it takes, what it answers is lost: any 2xx will do, and the key is known.
  createContact: {
    name: 'POST /accounts/{account}/email/{domain}/contacts',
    method: 'POST',
    path: pathOf,
    body: ({ columns }) => columns,
    effect: 'acts',
    answer: nothing,
  } satisfies Endpoint<Book & { readonly columns: Columns }, undefined>,

  // Nothing is marked as required: what is left out is kept. The name is the key and can't be among it.
  updateContact: {
    name: 'PUT /accounts/{account}/email/{domain}/contacts/{contact}',
    method: 'PUT',
    path: itemOf,
    body: ({ columns }) => columns,
    effect: 'replaces',
    answer: nothing,
  } satisfies Endpoint<Item & { readonly columns: Columns }, undefined>,
};

function itemOf(item: Item): string {
  return `${pathOf(item)}/${segment(item.name)}`;
}

function pathOf({ account, domain }: Book): string {
  return `/accounts/${segment(account)}/email/${segment(domain)}/contacts`;
}
