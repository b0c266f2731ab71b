import type { Values } from './table.js';

/** The permissions of a fresh installation in their order, by the resource they are about (code; `contact` is 51 in capture 330). */
const FAMILIES: ReadonlyArray<readonly [resource: string, ...actions: string[]]> = [
  ['api', 'access'],
  ['statistic', 'read', 'admin'],
  ['configuration', 'read', 'write'],
  ['program', 'create', 'list', 'read', 'delete', 'execute', 'admin'],
  ['transmission', 'create', 'list', 'read', 'update', 'delete', 'send', 'admin'],
  ['task', 'create', 'read', 'list', 'delete', 'admin'],
  ['schedule', 'create', 'read', 'list', 'delete', 'admin'],
  ['spool', 'read', 'list', 'admin'],
  ['result', 'read', 'list', 'admin'],
  ['provider', 'create', 'list', 'read', 'update', 'delete', 'admin'],
  ['contact', 'create', 'list', 'read', 'update', 'delete', 'admin'],
  ['group', 'create', 'list', 'read', 'update', 'delete', 'admin'],
  ['account', 'create', 'list', 'read', 'update', 'delete', 'admin'],
  ['user', 'create', 'list', 'read', 'password', 'update', 'delete', 'admin'],
  ['usr', 'create', 'list', 'read', 'password', 'update', 'delete', 'admin'],
  ['role', 'create', 'list', 'read', 'update', 'delete'],
  ['permission', 'create', 'read', 'list', 'delete'],
  ['campaign', 'create', 'list', 'read', 'update', 'delete', 'start', 'stop', 'admin'],
  ['message', 'create', 'list', 'read', 'update', 'delete', 'admin'],
  ['document', 'create', 'list', 'read', 'update', 'delete', 'admin'],
  ['recording', 'create', 'list', 'read', 'update', 'delete', 'admin'],
  ['text', 'create', 'list', 'read', 'update', 'delete', 'admin'],
  ['template', 'create', 'list', 'read', 'update', 'delete', 'admin'],
];

const NAMES = FAMILIES.flatMap(([resource, ...actions]) => [
  resource,
  ...actions.map((action) => `${resource}_${action}`),
]);

/** What the two roles grant (research notes, "Permissions"). */
const GRANTED: ReadonlyArray<readonly [role: number, names: readonly string[]]> = [
  [
    1,
    [
      ...['contact', 'group', 'message', 'document', 'recording', 'template', 'text', 'program', 'transmission'],
      ...['task', 'spool', 'result', 'campaign', 'account_read', 'account_update', 'account_list', 'user_read'],
      'statistic_read',
    ],
  ],
  [2, ['user', 'usr', 'role', 'permission', 'account', 'provider', 'statistic', 'configuration']],
];

/** What every installation has, unless a data set names it otherwise; the users' passwords are kept as their MD5. */
export const INSTALLATION = {
  roles: [
    { role_id: 1, name: 'user', description: 'authorized user' },
    { role_id: 2, name: 'admin', description: 'system administrator' },
  ],
  permissions: NAMES.map((name, index): Values => ({ permission_id: index + 1, name, description: '' })),
  role_permissions: GRANTED.flatMap(([role_id, names]) =>
    names.map((name): Values => ({ role_id, permission_id: NAMES.indexOf(name) + 1 })),
  ),
} as const;
