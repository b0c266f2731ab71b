import { CoreException } from './errors.js';
import { permissions } from './role-tables.js';
import type { State } from './state.js';
import { integer, toInteger, type Row, type Table } from './table.js';

/** What a user may beside his roles. No call of the API fills it: the rows come with the installation. */
export const userPermissions = {
  name: 'user_permissions',
  columns: { user_id: integer('0'), permission_id: integer('0') },
} as const satisfies Table;

export function directPermissionsOf(state: State, userId: string): Row[] {
  return state
    .rows(userPermissions)
    .all()
    .filter((row) => row['user_id'] === userId)
    .flatMap((row): Row[] => {
      const found = state.rows(permissions).find(toInteger(row['permission_id'] ?? ''));
      return found ? [found] : [];
    });
}

/**
 * What saving a user answers once his row and roles are written: his own permissions are deleted, and putting back what
 * is left of them is broken SQL. So it is false, though all else was done (finding `user-write-done-told-refused`).
 */
export function resavePermissions(
  state: State,
  userId: string,
  change: { readonly without?: string; readonly with?: string } = {},
): boolean {
  const { all, remove } = state.rows(userPermissions);
  const held = all().filter((row) => row['user_id'] === userId);
  for (const row of held) remove(row);
  const stored = held.filter((row) => row['permission_id'] !== change.without);
  return stored.length === 0 && change.with === undefined;
}

/** The same for a call that throws what it could not save. */
export function expectPermissionsSaved(state: State, userId: string, message: string): void {
  if (!resavePermissions(state, userId)) throw new CoreException(417, message);
}
