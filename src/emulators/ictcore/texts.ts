import { applyFilters, contains, number, OWNER_AND_DATE } from './filters.js';
import { endpointsOf, fieldsOf, type Item, type Resource } from './resource.js';
import type { Endpoint } from './route.js';
import { integer, text, type Table } from './table.js';

export const texts = {
  name: 'texts',
  key: 'text_id',
  columns: {
    text_id: integer(),
    name: text(128, ''),
    data: text(65_535),
    type: text(32, 'UTF-8'),
    description: text(255),
    length: integer(),
    class: integer('1'),
    encoding: integer('0'),
    user_id: integer(),
    date_created: integer(),
  },
} as const satisfies Table;

const BLANK: Item = {
  message_id: null,
  name: null,
  data: null,
  user_id: null,
  text_id: null,
  type: 'UTF-8',
  description: null,
  length: null,
  class: 1,
  encoding: 0,
};

const resource: Resource = {
  path: 'messages/texts',
  // So a text that is not there is called (capture 136).
  thing: 'Transmission',
  permission: 'text',
  table: texts,
  blank: BLANK,
  readOnly: ['message_id', 'text_id', 'user_id', 'length', 'class', 'encoding'],
  list: ({ state, query }) =>
    applyFilters(state.rows(texts).all(), query, {
      ...OWNER_AND_DATE,
      text_id: number('text_id'),
      name: contains('name'),
      type: contains('type'),
      description: contains('description'),
    }).map(({ text_id, name, type, length, description }) => ({ text_id, name, type, length, description })),
  toItem: (row) => ({ ...fieldsOf(BLANK, row), message_id: row['text_id'] ?? null }),
};

export const textEndpoints: readonly Endpoint[] = ['messages/texts', 'texts'].flatMap((path) =>
  endpointsOf({ ...resource, path }),
);
