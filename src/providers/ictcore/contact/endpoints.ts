import type { DeferredSource } from '../../../graph/ports/deferred.js';
import { encodeSegment } from '../../../wire/caller.js';
import type { ListEndpoint } from '../../../wire/endpoint.js';
import { text } from '../../../wire/value-readers.js';
import { orAbsent, rowList } from '../shared/reads/column-readers.js';
import { allRows, defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';
import { defineCreateEndpoint, defineDeleteEndpoint, defineUpdateEndpoint } from '../shared/writes/write-endpoints.js';
import { contactColumns } from './columns.js';
import type { ReadValue } from '../../../wire/reader.js';
import { record } from '../../../wire/structure-readers.js';

const PATH = '/contacts';

export const listedContact = record({ contact_id: text, ...contactColumns.readers });
const contactItem = record({ contact_id: orAbsent(text), ...contactColumns.readers });

export type ListedContact = ReadValue<typeof listedContact>;
export type ContactItem = ReadValue<typeof contactItem>;

/** Searches of GET /contacts and of a group's contacts. */
export interface ContactQuery {
  readonly phone?: string | undefined;
}

export const contactEndpoints = {
  list: defineListEndpoint(PATH, listedContact, ({ phone }: ContactQuery) => ({ phone })),
  probe: defineListEndpoint(PATH, listedContact, () => ({ contact_id: 1 })),
  read: defineItemEndpoint(PATH, contactItem),
  listOfGroup: {
    name: 'GET /groups/{id}/contacts',
    method: 'GET',
    path: ({ group: key }) => `/groups/${encodeSegment(key)}/contacts`,
    query: ({ phone }) => ({ phone }),
    effect: 'reads',
    answer: rowList(listedContact),
    rows: allRows(listedContact),
  } satisfies ListEndpoint<ContactQuery & { readonly group: string }, ListedContact[], ListedContact>,
  create: defineCreateEndpoint(PATH, 'contact_id'),
  update: defineUpdateEndpoint(PATH),
  delete: defineDeleteEndpoint(PATH),
};

/** Which endpoint tells the columns that rows of lists lack. */
export const contactSources = {
  item: { columns: contactColumns.absentFrom('list'), endpoint: contactEndpoints.read, answer: 'item' },
} as const satisfies Readonly<Record<string, DeferredSource>>;
