import { createHash } from 'node:crypto';

import { accounts } from './account-table.js';
import { permissionsOf } from './role-tables.js';
import type { State } from './state.js';
import { integer, text, toInteger, type Row, type Table } from './table.js';
import { directPermissionsOf } from './user-saving.js';

export const users = {
  name: 'users',
  key: 'user_id',
  columns: {
    user_id: integer(),
    username: text(64),
    passwd: text(128),
    first_name: text(128),
    last_name: text(128),
    phone: text(16),
    email: text(128),
    address: text(128),
    company: text(128),
    country_id: integer(),
    language_id: text(2),
    timezone_id: integer(),
    active: integer('0'),
    owner_id: integer(),
    date_created: integer(),
  },
  // Each user gets an account of his own, with a PIN at random on the server; here it follows from the user's number.
  inserted: (
    { user_id, username, passwd, first_name, last_name, phone, email, address, active, date_created },
    rowsOf,
  ) => {
    const passwd_pin = 1_000 + ((Number(user_id) * 6_175) % 9_000);
    const person = { username, passwd, passwd_pin, first_name, last_name, phone, email, address };
    rowsOf(accounts).insert({ type: 'account', ...person, active, user_id, date_created });
  },
} as const satisfies Table;

export const userRoles = {
  name: 'user_roles',
  columns: { user_id: integer('0'), role_id: integer('0') },
} as const satisfies Table;

const ADMIN = '2';

/** By id, e-mail or name, as every place that names a user takes them. */
export function findUser(state: State, name: string): Row | undefined {
  const rows = state.rows(users);
  if (/^\d+$/.test(name)) return rows.find(toInteger(name));
  const column = name.includes('@') ? 'email' : 'username';
  return rows.all().find((row) => row[column]?.toLowerCase() === name.toLowerCase());
}

export function hasPassword(user: Row, password: string): boolean {
  return hasHash(user, hashOf(password));
}

/** As a password is stored. */
export function hashOf(password: string): string {
  return createHash('md5').update(password).digest('hex');
}

/** Whether this is the password's MD5 as it is stored. */
export function hasHash(user: Row, hash: string): boolean {
  return user['passwd'] === hash;
}

/** A permission grants those below it too: `contact` is `contact_create` and the rest. */
export function mayDo(state: State, userId: string, permission: string): boolean {
  const own = directPermissionsOf(state, userId).map(({ name }) => name ?? '');
  const granted = [...own, ...rolesOf(state, userId).flatMap((role) => permissionsOf(state, role))];
  return granted.some((each) => permission === each || permission.startsWith(`${each}_`));
}

export function isAdmin(state: State, userId: string): boolean {
  return rolesOf(state, userId).includes(ADMIN);
}

export function rolesOf(state: State, userId: string): string[] {
  return state
    .rows(userRoles)
    .all()
    .flatMap((row) => (row['user_id'] === userId && row['role_id'] ? [row['role_id']] : []));
}
