import type { QueryParams } from '../../../query/query-params.js';
import { encodeSegment } from '../../../wire/caller.js';
import type { Endpoint, ListEndpoint } from '../../../wire/endpoint.js';
import { ignoredBody, text, wholeNumber } from '../../../wire/value-readers.js';
import { record } from '../../../wire/structure-readers.js';
import { readableRowsByPosition } from '../../../wire/row-readers.js';
import type { Reader } from '../../../wire/reader.js';
import { contactRow, type WireContact } from './columns.js';
import type { HostwayColumn } from './types.js';

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

/** Columns of a contact as they are written; '' clears one. */
export type WritableColumns = Readonly<Partial<Record<HostwayColumn, string>>>;

/** Rows, and how many match in all. */
export interface BookRows {
  readonly is: 'rows';
  readonly count: number;
  /** Undefined in the place of one that could not be read. */
  readonly list: ReadonlyArray<WireContact | undefined>;
}

/** The page to read instead: more than 100 rows come in pages only, and there are none behind the last page. */
export interface PageRedirect {
  readonly is: 'elsewhere';
  readonly page: number;
}

const countedRows = record({ count: wholeNumber, list: readableRowsByPosition(contactRow) });
const readRows: Reader<BookRows | PageRedirect> = (value, at) => ({ is: 'rows', ...countedRows(value, at) });

const pageParameter = record({ page: wholeNumber });
const readRedirect: Reader<BookRows | PageRedirect> = (value, at) => {
  const [, query] = text(value, at).split('?');
  return { is: 'elsewhere', ...pageParameter(Object.fromEntries(new URLSearchParams(query)), at) };
};

export const endpoints = {
  listContacts: {
    name: 'GET /accounts/{account}/email/{domain}/contacts',
    method: 'GET',
    path: bookPath,
    query: ({ params, page, pageSize }) => ({ ...params, page, pageSize }),
    effect: 'reads',
    answer: readRows,
    seeOther: readRedirect,
    rows: {
      key: 'list',
      row: contactRow,
      placed: (first) => readableRowsByPosition(contactRow, first),
      extract: (answer) => (answer.is === 'rows' ? answer.list : []),
    },
  } satisfies ListEndpoint<BookQuery, BookRows | PageRedirect, WireContact | undefined>,

  readContact: {
    name: 'GET /accounts/{account}/email/{domain}/contacts/{contact}',
    method: 'GET',
    path: contactPath,
    effect: 'reads',
    answer: contactRow,
  } satisfies Endpoint<ContactLocation, WireContact>,

  // The documentation page of this endpoint is cut off before its answer. The key is known, so any 2xx is a success.
  createContact: {
    name: 'POST /accounts/{account}/email/{domain}/contacts',
    method: 'POST',
    path: bookPath,
    body: ({ columns }) => columns,
    effect: 'acts',
    answer: ignoredBody,
  } satisfies Endpoint<AddressBook & { readonly columns: WritableColumns }, undefined>,

  // Its page marks no column as required, so one that is left out is kept. The name is the key and is never sent.
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
