import type { QueryParams } from '../../../query/query-params.js';
import { encodeSegment } from '../../../wire/caller.js';
import type { Endpoint } from '../../../wire/endpoint.js';
import {
  ignoredBody,
  optional,
  record,
  readableRowsByPosition,
  text,
  wholeNumber,
  type ReadValue,
  type Reader,
} from '../../../wire/value-readers.js';
import type { HostwayColumn } from './column-names.js';

/** The address book of one domain. */
export interface AddressBook {
  readonly account: string;
  readonly domain: string;
}

/** One contact of it. */
export interface ContactLocation extends AddressBook {
  readonly name: string;
}

/** Which rows of it: those that match `params` (filterX and searchX), all of them or one page. */
export interface BookQuery extends AddressBook {
  readonly params: QueryParams;
  /** From 1. */
  readonly page?: number;
  /** 1 to 400. */
  readonly pageSize?: number;
}

/** Columns of a contact as they are written; '' is none. */
export type WritableColumns = Readonly<Partial<Record<HostwayColumn, string>>>;

/** Rows, and how many there are that match. */
export interface BookRows {
  readonly is: 'rows';
  readonly count: number;
  /** Undefined in the place of one that could not be read. */
  readonly list: ReadonlyArray<WireContact | undefined>;
}

/** Where the rows are instead: more than 100 come in pages only, and behind the last page there are none. */
export interface PageRedirect {
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
} satisfies Readonly<Record<HostwayColumn, Reader<string | null>>>);

export type WireContact = ReadValue<typeof contact>;

const countedRows = record({ count: wholeNumber, list: readableRowsByPosition(contact) });
const readRows: Reader<BookRows | PageRedirect> = (value, at) => ({ is: 'rows', ...countedRows(value, at) });

const pageParameter = record({ page: wholeNumber });
const readRedirect: Reader<BookRows | PageRedirect> = (value, at) => {
  const [, query] = text(value, at).split('?');
  return { is: 'elsewhere', ...pageParameter(Object.fromEntries(new URLSearchParams(query)), at) };
};

/** What is asked of Hostway. */
export const endpoints = {
  listContacts: {
    name: 'GET /accounts/{account}/email/{domain}/contacts',
    method: 'GET',
    path: bookPath,
    query: ({ params, page, pageSize }) => ({ ...params, page, pageSize }),
    effect: 'reads',
    answer: readRows,
    seeOther: readRedirect,
  } satisfies Endpoint<BookQuery, BookRows | PageRedirect>,

  readContact: {
    name: 'GET /accounts/{account}/email/{domain}/contacts/{contact}',
    method: 'GET',
    path: contactPath,
    effect: 'reads',
    answer: contact,
  } satisfies Endpoint<ContactLocation, WireContact>,

  // Its page tells what it takes, what it answers is lost: any 2xx will do, and the key is known.
  createContact: {
    name: 'POST /accounts/{account}/email/{domain}/contacts',
    method: 'POST',
    path: bookPath,
    body: ({ columns }) => columns,
    effect: 'acts',
    answer: ignoredBody,
  } satisfies Endpoint<AddressBook & { readonly columns: WritableColumns }, undefined>,

  // Nothing is marked as required: what is left out is kept. The name is the key and can't be among it.
  updateContact: {
    name: 'PUT /accounts/{account}/email/{domain}/contacts/{contact}',
    method: 'PUT',
    path: contactPath,
    body: ({ columns }) => columns,
    effect: 'replaces',
    answer: ignoredBody,
  } satisfies Endpoint<ContactLocation & { readonly columns: WritableColumns }, undefined>,
};

function contactPath(item: ContactLocation): string {
  return `${bookPath(item)}/${encodeSegment(item.name)}`;
}

function bookPath({ account, domain }: AddressBook): string {
  return `/accounts/${encodeSegment(account)}/email/${encodeSegment(domain)}/contacts`;
}
