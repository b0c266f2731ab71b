import type { Interceptor, Request, Response } from '../../transport/exchange.js';
import { renewing, signing } from '../../transport/ticket.js';
import { createCaller } from '../../wire/caller.js';
import type { Endpoint } from '../../wire/endpoint.js';
import type { Format, WireTicket } from './format.js';
import type { HostTrackerSettings } from './settings.js';

interface Login {
  readonly login: string;
  readonly password: string;
}

export interface TicketOptions {
  readonly upstream: string;
  readonly basePath: string;
  readonly settings: HostTrackerSettings;
  readonly format: Format;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Signs with the configured token, or with a ticket that login and password buy and that is renewed before it ends. */
export function authorize({ upstream, basePath, settings: { auth }, format, now }: TicketOptions): Interceptor {
  if ('token' in auth) return signing((request) => sign(request, auth.token));
  const token: Endpoint<Login, WireTicket> = {
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
  return renewing({
    upstream,
    login: async (exchange, asking) => {
      const call = createCaller({ connection: { upstream, exchange }, basePath, codec: format.ticketCodec });
      const { ticket, expirationUnixTime } = await call(token, auth, asking);
      return { token: ticket, expiresAt: expirationUnixTime === null ? undefined : expirationUnixTime * 1000 };
    },
    sign,
    isRefused,
    now,
  });
}

function sign(request: Request, token: string): Request {
  return { ...request, headers: { ...request.headers, authorization: `bearer ${token}` } };
}

/** The document has no errors: these are the words of HostTracker's SOAP twin, under whatever status they come. */
function isRefused({ status, body }: Response): boolean {
  return status === 401 || (status >= 400 && status < 500 && /\b(TicketExpired|WrongTicket)\b/.test(body.toString()));
}
