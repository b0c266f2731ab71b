import { createHash } from 'node:crypto';

import type { State } from './state.js';
import { integer, text, toInteger, type Row, type Table } from './table.js';

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
  },
} as const satisfies Table;

export const userRoles = {
  name: 'user_roles',
  columns: { user_id: integer('0'), role_id: integer('0') },
} as const satisfies Table;

/** What the roles of a fresh installation grant (research notes, "Permissions"); a name grants its children too. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  '1': [
    ...['contact', 'group', 'message', 'document', 'recording', 'template', 'text', 'program', 'transmission'],
    ...['task', 'spool', 'result', 'campaign', 'account_read', 'account_update', 'account_list', 'user_read'],
    'statistic_read',
  ],
  '2': ['user', 'usr', 'role', 'permission', 'account', 'provider', 'statistic', 'configuration'],
};
const ADMIN = '2';

/** By id, e-mail or name, as every place that names a user takes them. */
export function findUser(state: State, name: string): Row | undefined {
  const rows = state.rows(users);
  if (/^\d+$/.test(name)) return rows.find(toInteger(name));
  const column = name.includes('@') ? 'email' : 'username';
  return rows.all().find((row) => row[column]?.toLowerCase() === name.toLowerCase());
}

export function hasPassword(user: Row, password: string): boolean {
  return hasHash(user, createHash('md5').update(password).digest('hex'));
}

/** Whether this is the password's MD5 as it is stored. */
export function hasHash(user: Row, hash: string): boolean {
  return user['passwd'] === hash;
}

export function mayDo(state: State, userId: string, permission: string): boolean {
  return rolesOf(state, userId).some((role) =>
    ROLES[role]?.some((granted) => permission === granted || permission.startsWith(`${granted}_`)),
  );
}

export function isAdmin(state: State, userId: string): boolean {
  return rolesOf(state, userId).includes(ADMIN);
}

function rolesOf(state: State, userId: string): string[] {
  return state
    .rows(userRoles)
    .all()
    .flatMap((row) => (row['user_id'] === userId && row['role_id'] ? [row['role_id']] : []));
}
