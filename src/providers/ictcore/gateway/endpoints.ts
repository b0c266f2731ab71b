import type { DeferredSource } from '../../../graph/ports/deferred.js';
import { record } from '../../../wire/structure-readers.js';
import { text } from '../../../wire/value-readers.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';
import { defineCreateEndpoint, defineDeleteEndpoint, defineUpdateEndpoint } from '../shared/writes/write-endpoints.js';
import { trunkColumns } from './columns.js';

/** ICTCore calls its trunks providers. */
const PATH = '/providers';

export const trunkEndpoints = {
  list: defineListEndpoint(PATH, record({ provider_id: text, ...trunkColumns.readers })),
  read: defineItemEndpoint(PATH, record({ provider_id: orAbsent(text), ...trunkColumns.readers })),
  create: defineCreateEndpoint(PATH, 'provider_id'),
  update: defineUpdateEndpoint(PATH),
  delete: defineDeleteEndpoint(PATH),
};

/** Which endpoint tells the columns that rows of lists lack. */
export const trunkSources = {
  item: { columns: trunkColumns.absentFrom('list'), endpoint: trunkEndpoints.read, answer: 'item' },
} as const satisfies Readonly<Record<string, DeferredSource>>;
