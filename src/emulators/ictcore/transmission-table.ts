import { count } from './campaign-table.js';
import { integer, text, type Row, type Table } from './table.js';

export const transmissions = {
  name: 'transmissions',
  key: 'transmission_id',
  columns: {
    transmission_id: integer(),
    title: text(255),
    service_flag: integer(),
    account_id: integer(),
    contact_id: integer(),
    program_id: integer(),
    origin: text(128),
    direction: text(128),
    status: text(128),
    response: text(255, ''),
    try_allowed: integer('1'),
    try_done: integer('0'),
    last_run: integer(),
    is_deleted: integer('0'),
    campaign_id: integer(),
    user_id: integer(),
    date_created: integer(),
  },
  inserted: (row, rowsOf) => {
    count(rowsOf, row['campaign_id'], 1, done(row));
  },
  updated: (row, before, rowsOf) => {
    if (before['status'] === 'pending') count(rowsOf, row['campaign_id'], 0, done(row));
  },
  removed: (row, rowsOf) => {
    count(rowsOf, row['campaign_id'], -1, -done(row));
  },
} as const satisfies Table;

export const spools = {
  name: 'spools',
  key: 'spool_id',
  columns: {
    spool_id: integer(),
    transmission_id: integer(),
    account_id: integer(),
    service_flag: integer(),
    status: text(128, ''),
    response: text(255, ''),
    time_spool: integer(),
    time_start: integer(),
    time_connect: integer(),
    time_end: integer(),
  },
} as const satisfies Table;

export const spoolResults = {
  name: 'spool_results',
  key: 'spool_result_id',
  columns: {
    spool_result_id: integer(),
    application_id: integer(),
    type: text(32),
    name: text(128),
    data: text(65_535),
    date_created: integer(),
    spool_id: integer(),
  },
} as const satisfies Table;

/** A transmission counts as done once it has left `pending`. */
function done({ status }: Row): 0 | 1 {
  return status === 'pending' ? 0 : 1;
}
