import { encodeSegment } from '../../../wire/caller.js';
import type { Endpoint, ListEndpoint } from '../../../wire/endpoint.js';
import { arrayOf, record } from '../../../wire/structure-readers.js';
import { either, ignoredBody } from '../../../wire/value-readers.js';
import { readableObjects, readListPart, toWindowQuery, type ListPart, type ListWindow } from '../endpoints.js';
import { contactRow, type WireContact } from './columns.js';

/** Columns of a contact as they are written; '' clears one. */
export type WritableColumns = Readonly<Record<string, string>>;

/** A new contact, with the two columns by which its answer is recognised. */
export interface NewContact extends WritableColumns {
  readonly email: string;
  readonly name: string;
}

const contactList = record({ objects: arrayOf(contactRow) });
// A PUT is answered flat and a POST under `objects`. Of the answer to a PUT only the shape matters.
const updateAnswer = either(contactRow, contactList);

export const contactEndpoints = {
  list: {
    name: 'GET notification_contacts/',
    method: 'GET',
    path: () => '/notification_contacts/',
    query: toWindowQuery,
    effect: 'reads',
    answer: readListPart(contactRow),
    rows: { key: 'objects', row: contactRow, extract: (part) => readableObjects(part) },
  } satisfies ListEndpoint<ListWindow, ListPart<WireContact>, WireContact>,

  read: {
    name: 'GET notification_contacts/{uuid}/',
    method: 'GET',
    path: contactPath,
    effect: 'reads',
    answer: contactRow,
  } satisfies Endpoint<string, WireContact>,

  createMany: {
    name: 'POST notification_contacts/',
    method: 'POST',
    path: () => '/notification_contacts/',
    body: (objects) => ({ objects }),
    effect: 'acts',
    answer: contactList,
  } satisfies Endpoint<readonly NewContact[], { readonly objects: readonly WireContact[] }>,

  // A column that is left out is kept: the document's example leaves out the phone.
  update: {
    name: 'PUT notification_contacts/{uuid}/',
    method: 'PUT',
    path: ({ uuid }) => contactPath(uuid),
    body: ({ columns }) => columns,
    effect: 'replaces',
    answer: updateAnswer,
  } satisfies Endpoint<{ readonly uuid: string; readonly columns: WritableColumns }, unknown>,

  delete: {
    name: 'DELETE notification_contacts/{uuid}/',
    method: 'DELETE',
    path: contactPath,
    effect: 'replaces',
    answer: ignoredBody,
  } satisfies Endpoint<string, undefined>,
};

function contactPath(uuid: string): string {
  return `/notification_contacts/${encodeSegment(uuid)}/`;
}
