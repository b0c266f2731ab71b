import { flag, optional, record, text, wholeNumber, type ReadValue } from '../../../wire/value-readers.js';
import { orAbsent, rowList } from '../shared/reads/column-readers.js';
import { defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';

/** A user, without a password: lists of real servers tell the name to log in with, items all else; the guide's both. */
const userColumns = {
  username: orAbsent(text),
  first_name: optional(text),
  last_name: optional(text),
  phone: optional(text),
  email: optional(text),
  address: orAbsent(text),
  company: orAbsent(text),
  country_id: orAbsent(wholeNumber),
  timezone_id: orAbsent(wholeNumber),
  active: orAbsent(flag),
};
const listedUser = record({ user_id: text, ...userColumns });
const userItem = record({ user_id: orAbsent(text), ...userColumns });
const role = record({ role_id: text, name: optional(text) });
const permission = record({ permission_id: text, name: optional(text) });

export type WireUser = ReadValue<typeof userItem>;

/** Searches of GET /users. */
export interface UserQuery {
  readonly user_id?: string | undefined;
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

export const userEndpoints = {
  list: defineListEndpoint('/users', listedUser, ({ user_id, username, email, phone }: UserQuery) => ({
    user_id,
    username,
    email,
    phone,
  })),
  read: defineItemEndpoint('/users', userItem),
  // Neither is in the guide, which only sets and takes them.
  listRoles: defineItemEndpoint('/users', rowList(role), '/roles'),
  listPermissions: defineItemEndpoint('/users', rowList(permission), '/permissions'),
};
