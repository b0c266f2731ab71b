import type { State } from './state.js';
import { integer, text, toInteger, type Table } from './table.js';

export const roles = {
  name: 'roles',
  key: 'role_id',
  columns: {
    role_id: integer(),
    name: text(255),
    description: text(65_535),
    user_id: integer(),
    date_created: integer(),
  },
} as const satisfies Table;

export const permissions = {
  name: 'permissions',
  key: 'permission_id',
  columns: { permission_id: integer(), name: text(255), description: text(65_535) },
} as const satisfies Table;

export const rolePermissions = {
  name: 'role_permissions',
  columns: { role_id: integer('0'), permission_id: integer('0') },
} as const satisfies Table;

/** What a role grants, by name. */
export function permissionsOf(state: State, role: string): string[] {
  return state
    .rows(rolePermissions)
    .all()
    .filter((row) => row['role_id'] === role)
    .flatMap((row) => state.rows(permissions).find(toInteger(row['permission_id'] ?? ''))?.['name'] ?? []);
}
