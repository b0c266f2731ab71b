import type { Interceptor, UpstreamRequest, UpstreamResponse } from '../../transport/exchange.js';
import { renewOnUnauthorized, withAuthorization } from '../../transport/access-token.js';
import { createCaller } from '../../wire/caller.js';
import type { Endpoint } from '../../wire/endpoint.js';
import type { BodyFormat, WireTicket } from './format.js';
import type { HostTrackerSettings } from './settings.js';

interface Login {
  readonly login: string;
  readonly password: string;
}

export interface AuthorizeOptions {
  readonly upstream: string;
  readonly basePath: string;
  readonly settings: HostTrackerSettings;
  readonly format: BodyFormat;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Signs with the configured token, or with a ticket that login and password buy and that is renewed before it ends. */
export function authorize({ upstream, basePath, settings: { auth }, format, now }: AuthorizeOptions): Interceptor {
  if ('token' in auth) return withAuthorization((request) => signRequest(request, auth.token));
  const loginEndpoint: Endpoint<Login, WireTicket> = {
    name: 'POST /users/token',
    method: 'POST',
    path: () => '/users/token',
    body: ({ login, password }) =>
      format.body('LoginData', [
        ['login', login],
        ['password', password],
      ]),
    // It makes a ticket, of which there may be many.
    effect: 'reads',
    answer: format.ticket,
  };
  return renewOnUnauthorized({
    upstream,
    login: async (exchange, callOptions) => {
      const call = createCaller({ connection: { upstream, exchange }, basePath, codec: format.ticketCodec });
      const { ticket, expirationUnixTime } = await call(loginEndpoint, auth, callOptions);
      return { token: ticket, expiresAt: expirationUnixTime === null ? undefined : expirationUnixTime * 1000 };
    },
    addToken: signRequest,
    isUnauthorized,
    now,
  });
}

function signRequest(request: UpstreamRequest, token: string): UpstreamRequest {
  return { ...request, headers: { ...request.headers, authorization: `bearer ${token}` } };
}

/** The document has no errors: these are the words of HostTracker's SOAP twin, under whatever status they come. */
function isUnauthorized({ status, body }: UpstreamResponse): boolean {
  return status === 401 || (status >= 400 && status < 500 && /\b(TicketExpired|WrongTicket)\b/.test(body.toString()));
}
