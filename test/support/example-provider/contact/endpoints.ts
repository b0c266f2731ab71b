import type { DeferredSource } from '../../../../src/graph/ports/deferred.js';
import { encodeSegment } from '../../../../src/wire/caller.js';
import type { Endpoint, ListEndpoint } from '../../../../src/wire/endpoint.js';
import type { ReadValue } from '../../../../src/wire/reader.js';
import { readableRowsByPosition } from '../../../../src/wire/row-readers.js';
import { record } from '../../../../src/wire/structure-readers.js';
import { ignoredBody, text, wholeNumber } from '../../../../src/wire/value-readers.js';
import { contactColumns } from './columns.js';

const contactRow = record({ id: text, ...contactColumns.readers });
const contactList = record({ total: wholeNumber, people: readableRowsByPosition(contactRow) });

export type WireContact = ReadValue<typeof contactRow>;
type WireContactList = ReadValue<typeof contactList>;

/** Searches of the list, and the rows of it that are wanted. */
export interface ContactQuery {
  /** Part of the address, in any letter case. */
  readonly email?: string | undefined;
  /** The text that a creation came with. */
  readonly reference?: string;
  readonly offset?: number;
  readonly limit?: number | undefined;
}

/** Columns as they are written, by the provider's names; '' clears one. */
type WrittenTexts = Readonly<Record<string, string>>;

export const contactEndpoints = {
  list: {
    name: 'GET /people',
    method: 'GET',
    path: () => '/people',
    query: ({ email, reference, offset, limit }) => ({ email, reference, offset, limit }),
    effect: 'reads',
    answer: contactList,
    rows: {
      key: 'people',
      row: contactRow,
      extract: ({ people }) => people.filter((each) => each !== undefined),
    },
  } satisfies ListEndpoint<ContactQuery, WireContactList, WireContact>,

  read: {
    name: 'GET /people/{id}',
    method: 'GET',
    path: pathOf,
    effect: 'reads',
    answer: contactRow,
  } satisfies Endpoint<string, WireContact>,

  create: {
    name: 'POST /people',
    method: 'POST',
    path: () => '/people',
    body: (columns) => columns,
    effect: 'acts',
    answer: record({ id: text }),
  } satisfies Endpoint<WrittenTexts, { readonly id: string }>,

  update: {
    name: 'PATCH /people/{id}',
    method: 'PATCH',
    path: ({ key }) => pathOf(key),
    body: ({ columns }) => columns,
    effect: 'replaces',
    answer: ignoredBody,
  } satisfies Endpoint<{ readonly key: string; readonly columns: WrittenTexts }, undefined>,

  delete: {
    name: 'DELETE /people/{id}',
    method: 'DELETE',
    path: pathOf,
    effect: 'replaces',
    answer: ignoredBody,
  } satisfies Endpoint<string, undefined>,
};

/** Which endpoint tells the columns that rows of the list lack. */
export const contactSources = {
  item: { columns: contactColumns.absentFrom('list'), endpoint: contactEndpoints.read, answer: 'item' },
} as const satisfies Readonly<Record<string, DeferredSource>>;

function pathOf(key: string): string {
  return `/people/${encodeSegment(key)}`;
}
