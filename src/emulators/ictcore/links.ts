import { groups } from './group-table.js';
import { integer, toInteger, type Row, type RowsOf, type Table } from './table.js';

/** Which contact is in which group. A contact that is deleted takes its links along, a group leaves them. */
export const links = {
  name: 'links',
  columns: { group_id: integer('0'), contact_id: integer('0') },
  inserted: (row, rowsOf) => {
    count(row, rowsOf, 1);
  },
  removed: (row, rowsOf) => {
    count(row, rowsOf, -1);
  },
} as const satisfies Table;

function count({ group_id }: Row, rowsOf: RowsOf, change: number): void {
  const group = rowsOf(groups).find(toInteger(group_id ?? ''));
  if (group) rowsOf(groups).update(group, { contact_total: toInteger(group['contact_total'] ?? '') + change });
}
