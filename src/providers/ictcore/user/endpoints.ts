import type { DeferredSource } from '../../../graph/ports/deferred.js';
import { record } from '../../../wire/structure-readers.js';
import { text } from '../../../wire/value-readers.js';
import { orAbsent, rowList, textOrEmpty } from '../shared/reads/column-readers.js';
import { defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';
import {
  defineCreateEndpoint,
  defineDeleteEndpoint,
  defineLinkEndpoint,
  defineUpdateEndpoint,
} from '../shared/writes/write-endpoints.js';
import { userColumns } from './columns.js';

const PATH = '/users';

/** Searches of GET /users. */
export interface UserQuery {
  readonly user_id?: string | undefined;
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

export const userEndpoints = {
  list: defineListEndpoint(
    PATH,
    record({ user_id: text, ...userColumns.readers }),
    ({ user_id, username, email, phone }: UserQuery) => ({ user_id, username, email, phone }),
  ),
  read: defineItemEndpoint(PATH, record({ user_id: orAbsent(text), ...userColumns.readers })),
  create: defineCreateEndpoint(PATH, 'user_id'),
  update: defineUpdateEndpoint(PATH),
  delete: defineDeleteEndpoint(PATH),
  setPassword: defineUpdateEndpoint(PATH, '/password'),

  // The guide sets and takes roles and permissions, and has no endpoint that lists them.
  listRoles: defineItemEndpoint(PATH, rowList(record({ role_id: text, name: textOrEmpty })), '/roles'),
  grantRole: defineLinkEndpoint('PUT', PATH, 'roles'),
  revokeRole: defineLinkEndpoint('DELETE', PATH, 'roles'),
  listPermissions: defineItemEndpoint(
    PATH,
    rowList(record({ permission_id: text, name: textOrEmpty })),
    '/permissions',
  ),
  grantPermission: defineLinkEndpoint('PUT', PATH, 'permissions'),
  revokePermission: defineLinkEndpoint('DELETE', PATH, 'permissions'),
};

/** Which endpoint tells the columns that rows may lack. */
export const userSources = {
  item: { columns: userColumns.absentFrom('list'), endpoint: userEndpoints.read, answer: 'item' },
  list: { columns: userColumns.absentFrom('item'), endpoint: userEndpoints.list, answer: 'list' },
  roles: { columns: ['roles'], endpoint: userEndpoints.listRoles, answer: 'part' },
  permissions: { columns: ['permissions'], endpoint: userEndpoints.listPermissions, answer: 'part' },
} as const satisfies Readonly<Record<string, DeferredSource>>;
