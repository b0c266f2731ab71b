import type { IncomingHttpHeaders } from 'node:http';

import { CoreException, PhpError } from './errors.js';
import { value, type Context, type Endpoint } from './route.js';
import type { State } from './state.js';
import type { Row } from './table.js';
import { TOKEN_LIFETIME } from './tokens.js';
import { findUser, hasHash, hasPassword, isAdmin } from './users.js';

/** What the server says of a user: neither name nor password. */
const FIELDS = [
  ...['user_id', 'first_name', 'last_name', 'phone', 'email', 'address', 'company'],
  ...['country_id', 'language_id', 'timezone_id', 'active', 'owner_id'],
];

export const authenticate: readonly Endpoint[] = [
  { method: 'POST', pattern: '/authenticate', access: 'everyone', answer: login },
  // Tokens are not remembered, so there is nothing to cancel.
  { method: 'POST', pattern: '/authenticate/cancel', access: 'everyone', answer: () => value(true) },
];

function login({ state, data }: Context): ReturnType<Endpoint['answer']> {
  const name = data['email'] ?? data['username'] ?? data['user_id'];
  if (name === undefined || name === null) throw new CoreException(401, 'No valid username found');
  const user = findUser(state, textOf(name));
  if (!user) throw new CoreException(401, 'Invalid user name and password: User not found');
  const hash = data['hash'] ?? data['password_hash'];
  const right = hash ? hasHash(user, textOf(hash)) : hasPassword(user, textOf(data['password'] ?? '\0'));
  // A wrong password ends in an uncaught PHP error (captures 6 and 316); that a disabled user's does too is inferred.
  if (!right || user['active'] !== '1') throw new PhpError('authentication failed');
  const userId = user['user_id'] ?? '';
  const token = state.tokens.issue({
    user_id: userId,
    username: user['username'] ?? '',
    is_admin: isAdmin(state, userId) ? '1' : '0',
  });
  const fields = Object.fromEntries(FIELDS.map((field) => [field, user[field] ?? null]));
  const session = { token, access_token: token, expires_in: TOKEN_LIFETIME, token_type: 'Bearer', scope: 'All' };
  return value({ ...fields, ...session });
}

/** The user an `Authorization` header speaks for, if that user is active. `Authentication`, the guide's name, is not read. */
export function userOf(state: State, headers: IncomingHttpHeaders): Row | undefined {
  const [, scheme = '', credentials = ''] = /^(\w+)\s+(.+)$/.exec(headers.authorization ?? '') ?? [];
  const user = scheme.toLowerCase() === 'bearer' ? byToken(state, credentials) : byPassword(state, scheme, credentials);
  return user?.['active'] === '1' ? user : undefined;
}

function byToken(state: State, token: string): Row | undefined {
  const id = state.tokens.userOf(token);
  return id === undefined ? undefined : findUser(state, id);
}

function byPassword(state: State, scheme: string, credentials: string): Row | undefined {
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const [, name = '', password = ''] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(credentials, 'base64').toString('utf8')) ?? [];
  const user = findUser(state, name);
  return user && hasPassword(user, password) ? user : undefined;
}

function textOf(given: unknown): string {
  return typeof given === 'string' || typeof given === 'number' ? String(given) : '';
}
