import type { Interceptor } from '../../transport/exchange.js';
import type { Settings } from './settings.js';

type Login = Settings['auth'];

/** Signs every request with Basic authentication. */
export function basic(login: Login): Interceptor {
  const authorization = `Basic ${Buffer.from(pairOf(login)).toString('base64')}`;
  return (next) => (request) => next({ ...request, headers: { ...request.headers, authorization } });
}

/** What must never be told: the password, and the pair that the header holds. */
export function secretsOf(login: Login): string[] {
  return [login.password, pairOf(login)];
}

function pairOf({ username, password }: Login): string {
  return `${username}:${password}`;
}
