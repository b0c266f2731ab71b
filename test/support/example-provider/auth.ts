import { renewOnUnauthorized } from '../../../src/transport/access-token.js';
import type { Interceptor } from '../../../src/transport/exchange.js';
import { createCaller } from '../../../src/wire/caller.js';
import { jsonCodec } from '../../../src/wire/json.js';
import { authEndpoints } from './endpoints.js';
import { readProviderError } from './errors.js';
import type { Settings } from './settings.js';

interface AuthContext {
  readonly upstream: string;
  readonly basePath: string;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** How requests are authorized, and what no log and no message may repeat. */
interface Auth {
  readonly authorize: Interceptor;
  readonly secrets: readonly string[];
}

/** Logs in when the first request needs it. All requests share the token, which is renewed before it ends. */
export function createAuth(auth: Settings['auth'], { upstream, basePath, now }: AuthContext): Auth {
  return {
    secrets: [auth.password],
    authorize: renewOnUnauthorized({
      upstream,
      now,
      login: async (exchange, callOptions) => {
        const api = { connection: { upstream, exchange }, basePath, codec: jsonCodec(), readProviderError };
        const { token, expires_in: seconds } = await createCaller(api, now)(authEndpoints.logIn, auth, callOptions);
        return { token, expiresAt: now() + seconds * 1000 };
      },
      addToken: (request, token) => ({
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${token}` },
      }),
    }),
  };
}
