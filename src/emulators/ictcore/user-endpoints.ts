import { searchAccounts } from './accounts.js';
import { toAccountRow } from './account-table.js';
import { CoreException } from './errors.js';
import { applyFilters, atLeast, atMost, exact, number } from './filters.js';
import { endpointsOf, load, type Item, type Resource } from './resource.js';
import { roles } from './role-tables.js';
import { value, type Context, type Endpoint } from './route.js';
import { integer, text, toInteger, type Row, type Table } from './table.js';
import { directPermissionsOf, expectPermissionsSaved, resavePermissions } from './user-saving.js';
import { findUser, hashOf, rolesOf, userRoles, users } from './users.js';

/** What a user has configured, one value for each name. */
export const userConfiguration = {
  name: 'user_configuration',
  columns: { user_id: integer('0'), name: text(32, ''), data: text(255, '') },
} as const satisfies Table;

/** Neither name nor password is among what is sent. */
const BLANK: Item = {
  user_id: null,
  first_name: null,
  last_name: null,
  phone: null,
  email: null,
  address: null,
  company: null,
  country_id: null,
  language_id: null,
  timezone_id: null,
  active: 0,
  owner_id: null,
};

const GUEST: Item = {
  ...BLANK,
  user_id: -1,
  first_name: 'Anonymous',
  last_name: 'Guest',
  phone: '1111111111',
  email: 'no-reply@example.com',
  address: 'PK',
};

const resource: Resource = {
  path: 'users',
  thing: 'User',
  permission: 'user',
  table: users,
  blank: BLANK,
  readOnly: ['user_id', 'username', 'password', 'passwd'],
  list: ({ state, query }) => {
    const rows = applyFilters(state.rows(users).all(), query, {
      user_id: number('user_id'),
      created_by: number('owner_id'),
      username: exact('username'),
      phone: exact('phone'),
      email: exact('email'),
      first_name: exact('first_name'),
      last_name: exact('last_name'),
      before: atMost('date_created'),
      after: atLeast('date_created'),
    });
    return rows.length === 0 && query['user_id'] === '-1' ? { '-1': toRow(GUEST) } : rows.map(toRow);
  },
  special: (id) => (id === '-1' ? { ...GUEST } : undefined),
  named: (id, state) => (/^-?\d/.test(id) ? undefined : (findUser(state, id)?.['user_id'] ?? undefined)),
  unique: [['username'], ['email']],
  // `password` is hashed; `passwd`, the guide's name, is stored as it is and opens nothing (captures 315 and 316).
  saving: (item, { data }) => {
    if (item['user_id'] !== null) return {};
    const password = data['password'];
    const passwd = password === undefined ? data['passwd'] : hashOf(textOf(password));
    return { username: data['username'], passwd };
  },
  saved: (item, { state }) => {
    expectPermissionsSaved(state, String(item['user_id']), 'User update failed');
  },
};

export const userEndpoints: readonly Endpoint[] = [
  ...endpointsOf(resource),
  {
    method: 'PUT',
    pattern: '/users/:id/password',
    access: ['user_password'],
    // Without one it becomes the empty password (captures 320 and 321).
    answer: (context) => {
      const { state, data, did } = context;
      const user = find(context);
      const row = rowOf(context, user);
      if (row) state.rows(users).update(row, { passwd: hashOf(textOf(data['password'])) });
      did(`user.update ${String(user['user_id'])}`);
      expectPermissionsSaved(state, String(user['user_id']), 'User password update failed');
      return value(user);
    },
  },
  {
    method: 'GET',
    pattern: '/users/:id/roles',
    access: ['user_read'],
    answer: (context) => {
      const mine = rolesOf(context.state, String(find(context)['user_id']));
      const rows = mine.flatMap((id): Row[] => [context.state.rows(roles).find(toInteger(id)) ?? {}]);
      return value(rows.map(({ role_id, name }) => ({ role_id, name })));
    },
  },
  ...(['PUT', 'DELETE'] as const).map((method): Endpoint => ({
    method,
    pattern: '/users/:id/roles/:role',
    access: ['user_update'],
    answer: (context) => value(giveRole(context, method === 'PUT')),
  })),
  {
    method: 'GET',
    pattern: '/users/:id/permissions',
    access: ['user_read'],
    // His own, without those of his roles.
    answer: (context) => {
      const own = directPermissionsOf(context.state, String(find(context)['user_id']));
      return value(own.map(({ permission_id, name }) => ({ permission_id, name })));
    },
  },
  ...(['PUT', 'DELETE'] as const).map((method): Endpoint => ({
    method,
    pattern: '/users/:id/permissions/:permission',
    access: ['user_update'],
    // Giving never works (capture 328); taking the last one does (capture 331), and with others left takes all.
    answer: (context) => {
      const { state, params, did } = context;
      const user_id = String(find(context)['user_id']);
      const permission = params['permission'] ?? '';
      const saved = resavePermissions(
        state,
        user_id,
        method === 'PUT' ? { with: permission } : { without: permission },
      );
      did(`user.update ${user_id}`);
      return value(saved);
    },
  })),
  {
    method: 'GET',
    pattern: '/users/:id/accounts',
    access: ['user_read'],
    answer: (context) => {
      const { user_id } = find(context);
      return value(searchAccounts(context.state, { ...context.query, user_id: String(user_id) }).map(toAccountRow));
    },
  },
  {
    method: 'PUT',
    pattern: '/users/:id/config/:name',
    access: ['user_update'],
    answer: (context) => {
      const { state, params, data, did } = context;
      const user_id = String(find(context)['user_id']);
      const stored = configured(context, user_id);
      if (stored) state.rows(userConfiguration).remove(stored);
      // A bare JSON text is no value (captures 335 and 336).
      const given = data['value'] ?? data['data'] ?? '';
      state.rows(userConfiguration).insert({ user_id, name: params['name'], data: given });
      did(`user.update ${user_id}`);
      return value(true);
    },
  },
  {
    method: 'GET',
    pattern: '/users/:id/config/:name',
    access: ['user_read'],
    answer: (context) => value(configured(context, String(find(context)['user_id']))?.['data'] ?? ''),
  },
];

function find({ state, params }: Context): Item {
  return load(resource, state, params['id']);
}

function rowOf({ state }: Context, user: Item): Row | undefined {
  return state.rows(users).find(toInteger(String(user['user_id'])));
}

function configured({ state, params }: Context, userId: string): Row | undefined {
  return state
    .rows(userConfiguration)
    .all()
    .find((row) => row['user_id'] === userId && row['name'] === params['name']);
}

function giveRole(context: Context, gives: boolean): boolean {
  const { state, params, did } = context;
  const user_id = String(find(context)['user_id']);
  const role = state.rows(roles).find(toInteger(params['role'] ?? ''));
  if (!role) throw new CoreException(404, 'Role not found');
  const { role_id } = role;
  const { all, insert, remove } = state.rows(userRoles);
  const given = all().filter((row) => row['user_id'] === user_id && row['role_id'] === role_id);
  if (gives && given.length === 0) insert({ user_id, role_id });
  if (!gives) for (const row of given) remove(row);
  did(`user.update ${user_id}`);
  return resavePermissions(state, user_id);
}

function toRow({ user_id, username = null, first_name, last_name, phone, email }: Item): Item {
  return { user_id, username, first_name, last_name, phone, email };
}

function textOf(given: unknown): string {
  return typeof given === 'string' || typeof given === 'number' ? String(given) : '';
}
