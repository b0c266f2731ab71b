import { integer, text, type Table } from './table.js';

export const groups = {
  name: 'groups',
  key: 'group_id',
  columns: {
    group_id: integer(),
    name: text(128, ''),
    description: text(255, ''),
    /** Kept by the triggers on the links. */
    contact_total: integer('0'),
    user_id: integer(),
    date_created: integer(),
  },
} as const satisfies Table;
