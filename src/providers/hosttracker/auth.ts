import type { Interceptor, UpstreamResponse } from '../../transport/exchange.js';
import { renewOnUnauthorized, withAuthorization } from '../../transport/access-token.js';
import { tokenHeaders } from '../../transport/amend-headers.js';
import { createCaller } from '../../wire/caller.js';
import type { Endpoint } from '../../wire/endpoint.js';
import { describeType, UnreadableValue } from '../../wire/unreadable-value.js';
import { optional, wholeNumber, withoutValue } from '../../wire/value-readers.js';
import { record } from '../../wire/structure-readers.js';
import type { Reader } from '../../wire/reader.js';
import type { BodyFormat, WireTicket } from './format.js';
import type { HostTrackerSettings } from './settings.js';

/** The name of the log-in among the endpoints. */
export const LOGIN_OPERATION = 'POST /users/token';

interface Login {
  readonly login: string;
  readonly password: string;
}

export interface AuthorizeOptions {
  readonly upstream: string;
  readonly basePath: string;
  readonly settings: HostTrackerSettings;
  readonly format: BodyFormat;
  /** The longest that one call may take. */
  readonly timeoutMs: number;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Signs requests with the configured token, or with a ticket that a log-in gives and that is renewed before it expires. */
export function authorize({
  upstream,
  basePath,
  settings: { auth },
  format,
  timeoutMs,
  now,
}: AuthorizeOptions): Interceptor {
  const addToken = tokenHeaders((token) => ({ authorization: `bearer ${token}` }));
  if ('token' in auth) return withAuthorization((request) => addToken(request, auth.token));
  const loginEndpoint: Endpoint<Login, WireTicket> = {
    name: LOGIN_OPERATION,
    method: 'POST',
    path: () => '/users/token',
    body: ({ login, password }) =>
      format.body('LoginData', [
        ['login', login],
        ['password', password],
      ]),
    // It creates a ticket, but there may be any number of them, so it may be repeated.
    effect: 'reads',
    answer: format.ticket,
  };
  return renewOnUnauthorized({
    upstream,
    login: async (exchange, callOptions, secretOwner) => {
      const connection = { upstream, secretOwner, exchange };
      const call = createCaller({ connection, basePath, codec: format.ticketCodec });
      const { ticket, expirationUnixTime } = await call(loginEndpoint, auth, callOptions);
      return { token: ticket, expiresAt: expirationUnixTime === null ? undefined : expirationUnixTime * 1000 };
    },
    addToken,
    isUnauthorized,
    timeoutMs,
    now,
  });
}

/** The document has no errors. These are the names in HostTracker's SOAP API, whatever status they come with. */
function isUnauthorized({ status, body }: UpstreamResponse): boolean {
  return status === 401 || (status >= 400 && status < 500 && /\b(TicketExpired|WrongTicket)\b/.test(body.toString()));
}

/** The token becomes part of a header, so it must fit one. */
const bearerToken: Reader<string> = (value, at) => {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value;
  throw new UnreadableValue('a ticket', at, describeType(value));
};

/** Reads the answer to a log-in. */
export const ticketReader: Reader<WireTicket> = record({
  ticket: withoutValue(bearerToken),
  expirationUnixTime: optional(wholeNumber),
});
