import type { Config } from '../config/config.js';
import { createAuthenticator } from '../server/auth/create-authenticator.js';
import type { ReplaceableOptions } from '../server/server.js';

/** What of the config the server needs, and may get anew while it runs. */
export function toReplaceableOptions({ server, auth, rates }: Config): ReplaceableOptions {
  const { publicUrl, cors, introspection, overload } = server;
  const authenticate = auth && createAuthenticator(auth);
  return { publicUrl, cors, introspection, authenticate, gate: { ...rates, ...(overload ? { overload } : {}) } };
}
