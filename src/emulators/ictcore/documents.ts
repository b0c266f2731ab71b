import { applyFilters, contains, number, OWNER_AND_DATE } from './filters.js';
import { mediaEndpoints } from './media.js';
import { endpointsOf, fieldsOf, type Item, type Resource } from './resource.js';
import type { Endpoint } from './route.js';
import { integer, text, toInteger, type Table } from './table.js';

export const documents = {
  name: 'documents',
  key: 'document_id',
  columns: {
    document_id: integer(),
    name: text(128, ''),
    file_name: text(128, ''),
    type: text(32, ''),
    description: text(255, ''),
    pages: integer('0'),
    size_x: integer('0'),
    size_y: integer('0'),
    quality: text(32, 'standard'),
    resolution_x: integer('204'),
    resolution_y: integer('98'),
    user_id: integer(),
    date_created: integer(),
  },
} as const satisfies Table;

const TYPES: readonly string[] = [
  'application/pdf',
  'image/tiff',
  'image/x-tiff',
  'image/png',
  'image/jpeg',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
];

const BLANK: Item = {
  message_id: null,
  name: null,
  data: null,
  user_id: null,
  document_id: null,
  file_name: null,
  type: null,
  description: null,
  pages: null,
  size_x: null,
  size_y: null,
  quality: 'standard',
  resolution_x: null,
  resolution_y: null,
};

/** What a conversion would have found in the recorded upload (captures 104 and 113); nothing is converted here. */
const CONVERTED: Item = { pages: 1, size_x: 200, size_y: 300 };

const resource: Resource = {
  path: 'messages/documents',
  thing: 'Document',
  permission: 'document',
  table: documents,
  blank: BLANK,
  readOnly: [
    ...['message_id', 'document_id', 'user_id', 'file_name'],
    ...['pages', 'size_x', 'size_y', 'resolution_x', 'resolution_y'],
  ],
  list: ({ state, query }) =>
    applyFilters(state.rows(documents).all(), query, {
      ...OWNER_AND_DATE,
      document_id: number('document_id'),
      name: contains('name'),
      type: contains('type'),
      description: contains('description'),
    }).map(({ document_id, name, file_name, type, pages, description }) => ({
      document_id,
      name,
      file_name,
      type,
      pages,
      description,
    })),
  toItem: (row) => ({ ...fieldsOf(BLANK, row), message_id: row['document_id'] ?? null }),
  deleted: ({ file_name }, { state }) => {
    state.media.drop(file_name);
  },
};

/** The same resource under both of its paths (capture 99). */
export const documentEndpoints: readonly Endpoint[] = ['messages/documents', 'documents'].flatMap((path) => [
  ...endpointsOf({ ...resource, path }),
  ...mediaEndpoints({
    resource: { ...resource, path },
    accepts: TYPES,
    missing: 'Document media not found',
    find: ({ file_name }) =>
      typeof file_name === 'string' && file_name !== ''
        ? // Kept as TIFF and sent as PDF (capture 107).
          { file: file_name, type: 'application/pdf; charset=binary', name: `${file_name.replace(/^.*\//, '')}.pdf` }
        : undefined,
    store: async (item, upload, { state }, replaces) => {
      const stored = typeof item['file_name'] === 'string' ? item['file_name'] : '';
      if (stored !== '' && !replaces) {
        await state.media.append(stored, upload);
        return;
      }
      const file = state.media.free((count) => `/usr/ictcore/data/document/document_0_${count}.tif`);
      await state.media.keep(file, upload);
      state.media.drop(stored);
      const row = state.rows(documents).find(toInteger(String(item['document_id'])));
      if (row) state.rows(documents).update(row, { ...CONVERTED, file_name: file });
    },
  }),
]);
