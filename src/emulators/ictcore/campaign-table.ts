import { integer, text, toInteger, type Row, type RowsOf, type Table } from './table.js';

export const campaigns = {
  name: 'campaigns',
  key: 'campaign_id',
  columns: {
    campaign_id: integer(),
    program_id: integer('0'),
    group_id: integer('0'),
    account_id: integer(),
    cpm: integer('2'),
    try_allowed: integer('1'),
    /** Kept by the triggers on the transmissions, like the next. */
    contact_total: integer('0'),
    contact_done: integer('0'),
    status: text(128, ''),
    source: text(128, ''),
    pid: text(128, ''),
    last_run: integer(),
    date_created: integer(),
    user_id: integer(),
    last_updated: integer(),
    updated_by: integer(),
  },
} as const satisfies Table;

export function count(rowsOf: RowsOf, campaign: string | null | undefined, total: number, done: number): void {
  const row: Row | undefined = rowsOf(campaigns).find(toInteger(campaign ?? ''));
  if (!row) return;
  const add = (column: string, change: number): number => toInteger(row[column] ?? '') + change;
  rowsOf(campaigns).update(row, {
    contact_total: add('contact_total', total),
    contact_done: add('contact_done', done),
  });
}
