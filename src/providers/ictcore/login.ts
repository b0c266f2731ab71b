import type { Opening } from '../../graph/provider.js';
import type { Asking, Exchange, Interceptor, Request, Response } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { renewing, signing, type Ticket } from '../../transport/ticket.js';
import { createCaller } from '../../wire/caller.js';
import type { Refusal } from '../../wire/endpoint.js';
import { codec, refusal } from './dialect.js';
import { endpoints } from './endpoints.js';
import { DISPLAY_ERRORS, isPrintedDenial, phpErrorIn } from './php-errors.js';
import type { Settings } from './settings.js';

interface Login {
  readonly authorize: Interceptor;
  /** What must never be told. */
  readonly secrets: readonly string[];
}

/** Signs with the token of the config, or with one that `POST /authenticate` gives and that is renewed in time. */
export function loginOf({ auth }: Settings, { upstream, basePath, now }: Way): Login {
  if ('token' in auth) return { authorize: signing((request) => bearing(request, auth.token)), secrets: [auth.token] };
  const login = async (send: Exchange, asking: Asking): Promise<Ticket> => {
    const connection = { upstream: upstream.name, exchange: refusingPasswords(upstream.name, basePath, send) };
    const call = createCaller({ connection, basePath, codec, refusal: loginRefusal, garbled: phpErrorIn }, now);
    const { token, expires_in: seconds } = await call(endpoints.authenticate, auth, asking);
    return { token, expiresAt: seconds === null ? undefined : now() + seconds * 1000 };
  };
  return {
    authorize: renewing({ upstream: upstream.name, login, sign: bearing, now }),
    secrets: [auth.password],
  };
}

type Way = Pick<Opening<Settings>, 'upstream' | 'basePath' | 'now'>;

type Signable = Parameters<Parameters<typeof signing>[0]>[0];

/** The guide says `Authentication`, real servers read `Authorization`: each finds its own. */
function bearing(request: Signable, token: string): Signable {
  const bearer = `Bearer ${token}`;
  return { ...request, headers: { ...request.headers, authorization: bearer, authentication: bearer } };
}

/**
 * A wrong password is an uncaught PHP error on release 1.2: 500, HTML, not a byte. So is whatever is asked of a server
 * whose database is down; one that is well answers an unknown path with its own 404.
 */
function refusingPasswords(upstream: string, basePath: string, send: Exchange): Exchange {
  return async (request) => {
    const response = await send(request);
    const { status } = response;
    const denied = (why: string): ProviderFailure => {
      const message = `${request.operation} was not allowed with our credentials (${why})`;
      return new ProviderFailure(upstream, 'auth', message, { status, sent: 'yes' });
    };
    if (isPrintedDenial(response.body)) {
      throw denied(`a PHP error with status ${status}: so ICTCore answers a wrong password; ${DISPLAY_ERRORS}`);
    }
    if (!isCrash(response)) return response;
    const probe = await send(probing(request, basePath));
    if (isUnknownPath(probe)) throw denied('an empty status 500: so ICTCore answers a wrong password');
    const message = `${request.operation} failed on the server's side (status ${status}), as any other path does (status ${probe.status}): its database may be down`;
    throw new ProviderFailure(upstream, 'unavailable', message, { status, sent: 'yes' });
  };
}

function isCrash({ status, headers, body }: Response): boolean {
  return status === 500 && body.length === 0 && (headers['content-type'] ?? '').startsWith('text/html');
}

/** A path that no release has, asked without credentials. */
function probing({ asking }: Request, basePath: string): Request {
  const path = `${basePath}/nonexistent`;
  return { operation: 'GET /nonexistent', method: 'GET', path, headers: codec.headers, effect: 'reads', asking };
}

function isUnknownPath({ status, headers }: Response): boolean {
  return status === 404 && codec.accepts(headers['content-type'] ?? '');
}

/** The community edition answers 429 for a disabled user: nothing to wait for. */
function loginRefusal(status: number, body: unknown): Refusal | undefined {
  const refused = refusal(status, body);
  return refused?.kind === 'rate-limited' ? { ...refused, kind: 'auth' } : refused;
}
