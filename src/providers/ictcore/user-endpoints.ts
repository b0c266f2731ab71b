import { flag, optional, record, text, wholeNumber, type Read } from '../../wire/read.js';
import { column, rows } from './columns.js';
import { item, listing } from './reads.js';

/** A user, without a password: lists of real servers tell the name to log in with, items all else; the guide's both. */
const user = {
  username: column(text),
  first_name: optional(text),
  last_name: optional(text),
  phone: optional(text),
  email: optional(text),
  address: column(text),
  company: column(text),
  country_id: column(wholeNumber),
  timezone_id: column(wholeNumber),
  active: column(flag),
};
const listedUser = record({ user_id: text, ...user });
const readUser = record({ user_id: column(text), ...user });
const role = record({ role_id: text, name: optional(text) });
const permission = record({ permission_id: text, name: optional(text) });

export type WireUser = Read<typeof readUser>;

/** Searches of GET /users. */
export interface UserQuery {
  readonly user_id?: string | undefined;
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

export const userEndpoints = {
  listUsers: listing('/users', listedUser, ({ user_id, username, email, phone }: UserQuery) => ({
    user_id,
    username,
    email,
    phone,
  })),
  readUser: item('/users', readUser),
  // Neither is in the guide, which only sets and takes them.
  listRoles: item('/users', rows(role), '/roles'),
  listPermissions: item('/users', rows(permission), '/permissions'),
};
