import { amendHeaders } from './amend-headers.js';
import type { Interceptor } from './exchange.js';

/** What HTTP Basic authentication needs (RFC 7617). */
export interface BasicCredentials {
  readonly username: string;
  readonly password: string;
}

/** Signs every request with Basic authentication. */
export function basicAuth(credentials: BasicCredentials): Interceptor {
  const authorization = `Basic ${Buffer.from(toUserPass(credentials)).toString('base64')}`;
  const sign = amendHeaders({ authorization });
  return (next) => (request) => next({ ...request, headers: sign(request.headers) });
}

/** What must never appear in a message: the password, and the encoded pair in the header. */
export function basicSecrets(credentials: BasicCredentials): string[] {
  return [credentials.password, toUserPass(credentials)];
}

function toUserPass({ username, password }: BasicCredentials): string {
  return `${username}:${password}`;
}
