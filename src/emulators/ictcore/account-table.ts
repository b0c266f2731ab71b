import { CoreException } from './errors.js';
import type { State } from './state.js';
import { integer, text, type Row, type Table } from './table.js';

export const accounts = {
  name: 'accounts',
  key: 'account_id',
  columns: {
    account_id: integer(),
    type: text(32),
    username: text(64),
    passwd: text(128),
    passwd_pin: text(32),
    first_name: text(128),
    last_name: text(128),
    phone: text(16),
    email: text(128),
    address: text(128),
    /** JSON. */
    settings: text(65_535),
    active: integer('0'),
    user_id: integer(),
    date_created: integer(),
  },
} as const satisfies Table;

/** The newest active account of a user, which stands in wherever none is named. */
export function defaultAccount(state: State, userId: string | null): Row {
  const mine = state
    .rows(accounts)
    .all()
    .filter((row) => row['user_id'] === userId && row['active'] === '1');
  const newest = mine.at(-1);
  if (!newest) throw new CoreException(404, 'Account not found');
  return newest;
}

/** A row of `/accounts`. */
export function toAccountRow(row: Row): Row {
  const { account_id, type, username, first_name, last_name, phone, email, user_id } = row;
  return {
    account_id: account_id ?? null,
    type: type ?? null,
    username: username ?? null,
    first_name: first_name ?? null,
    last_name: last_name ?? null,
    phone: phone ?? null,
    email: email ?? null,
    created_by: user_id ?? null,
  };
}
