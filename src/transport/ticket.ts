import { wallClock, type Now } from './clock.js';
import type { Asking, Exchange, Interceptor, Request, Response } from './exchange.js';
import { ProviderFailure } from './failure.js';
import { startFlight, type Flight } from './flight.js';
import { rememberTicket } from './redact.js';

/** What a log-in gives: a bearer token and, where the provider says so, its end in unix milliseconds. */
export interface Ticket {
  readonly token: string;
  readonly expiresAt?: number | undefined;
}

export interface RenewingOptions {
  readonly upstream: string;
  /** Logs in through `send`; every failure that it throws is a ProviderFailure. */
  readonly login: (send: Exchange, asking: Asking) => Promise<Ticket>;
  readonly sign: (request: Request, token: string) => Request;
  /** Whether an answer says that the ticket is not accepted: a proof that nothing was done. Default: status 401. */
  readonly isRefused?: (response: Response) => boolean;
  /** Unix milliseconds. */
  readonly now?: Now;
}

const EARLY_MS = 10_000;
/** How long a refusal is believed, so that wrong credentials do not knock at the door with each request. */
const BELIEVED_MS = 30_000;

/** Signs each attempt with fixed credentials. */
export function signing(sign: (request: Request) => Request): Interceptor {
  return (next) => async (request) => next(sign(request));
}

/** Signs with a ticket that all share, renewed before its end and, once for each request, after it was refused. */
export function renewing(options: RenewingOptions): Interceptor {
  const { upstream, login, sign, isRefused = ({ status }) => status === 401, now = wallClock } = options;
  return (next) => {
    let current: Ticket | undefined;
    let loggingIn: Flight<Ticket> | undefined;
    let refusal: { readonly failure: ProviderFailure; readonly until: number } | undefined;
    let futileUntil = 0;

    const logIn = async (asking: Asking, signal: AbortSignal): Promise<Ticket> => {
      try {
        const ticket = await login(next, { note: asking.note, signal });
        rememberTicket(upstream, ticket.token);
        current = ticket;
        return ticket;
      } catch (error) {
        const failure = toLoginFailure(upstream, error);
        if (failure instanceof ProviderFailure && failure.kind === 'auth') {
          refusal = { failure, until: now() + BELIEVED_MS };
        }
        throw failure;
      }
    };

    const ticketFor = async (asking: Asking): Promise<Ticket> => {
      if (current && (current.expiresAt ?? Infinity) - now() > EARLY_MS) return current;
      if (refusal && now() < refusal.until) throw refusal.failure;
      loggingIn ??= startFlight(
        (signal) => logIn(asking, signal),
        () => {
          loggingIn = undefined;
        },
      );
      return loggingIn.join(asking.signal);
    };

    return async (request) => {
      const ticket = await ticketFor(request.asking);
      const response = await next(sign(request, ticket.token));
      if (!isRefused(response) || now() < futileUntil) return response;
      // Another request may have renewed it already: a late 401 speaks of the old ticket, not of the new one.
      if (current === ticket) current = undefined;
      const renewed = await ticketFor(request.asking);
      const again = await next(sign(request, renewed.token));
      // A new ticket does not help here, so for a while a refusal is an answer like any other.
      if (isRefused(again) && current === renewed) futileUntil = now() + BELIEVED_MS;
      return again;
    };
  };
}

/** What was asked never left, whatever became of the log-in: its failure says so. */
function toLoginFailure(upstream: string, error: unknown): unknown {
  if (!(error instanceof ProviderFailure)) return error;
  const refused = error.kind === 'rejected' || error.kind === 'not-found';
  const { status, retryAfterMs } = error;
  return new ProviderFailure(upstream, refused ? 'auth' : error.kind, `log-in failed: ${error.message}`, {
    status,
    retryAfterMs,
    sent: 'no',
    cause: error,
  });
}
