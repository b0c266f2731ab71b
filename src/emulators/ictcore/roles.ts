import { CoreException } from './errors.js';
import { applyFilters, number, startsWith } from './filters.js';
import { endpointsOf, load, type Resource } from './resource.js';
import { permissions, rolePermissions, roles } from './role-tables.js';
import { value, type Context, type Endpoint } from './route.js';
import { toInteger } from './table.js';

export const roleResource: Resource = {
  path: 'roles',
  thing: 'Role',
  permission: 'role',
  table: roles,
  blank: { role_id: null, name: null, description: null },
  readOnly: ['role_id'],
  list: ({ state, query }) =>
    applyFilters(state.rows(roles).all(), query, { role_id: number('role_id'), name: startsWith('name') }).map(
      ({ role_id, name }) => ({ role_id, name }),
    ),
};

export const roleEndpoints: readonly Endpoint[] = [
  ...endpointsOf(roleResource),
  ...(['PUT', 'DELETE'] as const).map((method): Endpoint => ({
    method,
    pattern: '/roles/:id/permissions/:permission',
    access: ['role_update'],
    answer: (context) => value(grant(context, method === 'PUT')),
  })),
  {
    method: 'GET',
    pattern: '/permissions',
    access: ['permission_list'],
    // Read from the index on their names (capture 330).
    answer: ({ state, query }) =>
      value(
        applyFilters(state.rows(permissions).all(), query, {
          permission_id: number('permission_id'),
          name: startsWith('name'),
        })
          .sort((one, other) => ((one['name'] ?? '') < (other['name'] ?? '') ? -1 : 1))
          .map(({ permission_id, name }) => ({ permission_id, name })),
      ),
  },
  {
    method: 'POST',
    pattern: '/permissions',
    access: ['permission_create'],
    // Never works (capture 334).
    answer: () => {
      throw new CoreException(417, 'Permission creation failed');
    },
  },
];

function grant({ state, params, did }: Context, grants: boolean): true {
  const role_id = String(load(roleResource, state, params['id'])['role_id']);
  const permission = state.rows(permissions).find(toInteger(params['permission'] ?? ''));
  if (!permission) throw new CoreException(404, 'Permission not found');
  const { permission_id } = permission;
  const { all, insert, remove } = state.rows(rolePermissions);
  const granted = all().filter((row) => row['role_id'] === role_id && row['permission_id'] === permission_id);
  if (grants && granted.length === 0) insert({ role_id, permission_id });
  if (!grants) for (const row of granted) remove(row);
  did(`role.update ${role_id}`);
  return true;
}
