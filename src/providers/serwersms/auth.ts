import type { Interceptor } from '../../transport/exchange.js';
import { withAuthorization } from '../../transport/access-token.js';
import { amendHeaders } from '../../transport/amend-headers.js';
import type { Codec } from '../../wire/endpoint.js';
import { jsonCodec } from '../../wire/json.js';
import type { Settings } from './settings.js';

/** How requests are authenticated. */
export interface Credentials {
  readonly codec: Codec;
  readonly authorize: Interceptor;
  /** Texts that no message may show. */
  readonly secrets: readonly string[];
}

/** A token goes into a header; a log-in is two parameters of every body, so the codec writes it. */
export function credentialsOf({ token, username, password }: Settings['auth']): Credentials {
  const json = jsonCodec();
  if (token !== undefined) {
    const sign = amendHeaders({ authorization: `Bearer ${token}` });
    return {
      codec: json,
      authorize: withAuthorization((request) => ({ ...request, headers: sign(request.headers) })),
      secrets: [token],
    };
  }
  return {
    codec: {
      ...json,
      write: (parameters) => {
        if (typeof parameters !== 'object') throw new TypeError('parameters are an object');
        return json.write({ username, password, ...parameters });
      },
    },
    authorize: withAuthorization((request) => request),
    secrets: password === undefined ? [] : [password],
  };
}
