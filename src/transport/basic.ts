import type { Interceptor } from './exchange.js';

/** What HTTP Basic authentication needs (RFC 7617). */
export interface BasicLogin {
  readonly username: string;
  readonly password: string;
}

/** Signs every request with Basic authentication. */
export function basic(login: BasicLogin): Interceptor {
  const authorization = `Basic ${Buffer.from(pairOf(login)).toString('base64')}`;
  return (next) => (request) => next({ ...request, headers: { ...request.headers, authorization } });
}

/** What must never be told: the password, and the pair that the header holds. */
export function basicSecrets(login: BasicLogin): string[] {
  return [login.password, pairOf(login)];
}

function pairOf({ username, password }: BasicLogin): string {
  return `${username}:${password}`;
}
