import type { OpenOptions } from '../../graph/ports/provider.js';
import type {
  CallOptions,
  Exchange,
  Interceptor,
  UpstreamRequest,
  UpstreamResponse,
} from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { renewOnUnauthorized, withAuthorization, type AccessToken } from '../../transport/access-token.js';
import { tokenHeaders } from '../../transport/amend-headers.js';
import type { SecretOwner } from '../../transport/redact.js';
import { createCaller } from '../../wire/caller.js';
import type { ReportedError } from '../../wire/endpoint.js';
import { codec, readProviderError } from './errors.js';
import { endpoints } from './endpoints.js';
import { DISPLAY_ERRORS_ADVICE, isPrintedLoginError, findPhpError } from './php-errors.js';
import type { Settings } from './settings.js';

interface AuthSetup {
  readonly authorize: Interceptor;
  /** What no log and no message may repeat. */
  readonly secrets: readonly string[];
}

/** Adds the token of the config, or one of `POST /authenticate` that is renewed before it ends. */
export function createAuth({ auth }: Settings, { upstream, basePath, timeoutMs, now }: AuthContext): AuthSetup {
  const addToken = tokenHeaders(bearerHeaders);
  if ('token' in auth)
    return { authorize: withAuthorization((request) => addToken(request, auth.token)), secrets: [auth.token] };
  const login = async (send: Exchange, callOptions: CallOptions, secretOwner: SecretOwner): Promise<AccessToken> => {
    const exchange = detectWrongPassword(upstream.name, basePath, send);
    const loginConnection = { upstream: upstream.name, secretOwner, exchange };
    const call = createCaller(
      {
        connection: loginConnection,
        basePath,
        codec,
        readProviderError: readLoginError,
        readUnparsableBody: findPhpError,
      },
      now,
    );
    const { token, expires_in: seconds } = await call(endpoints.authenticate, auth, callOptions);
    return { token, expiresAt: seconds === null ? undefined : now() + seconds * 1000 };
  };
  return {
    authorize: renewOnUnauthorized({
      upstream: upstream.name,
      timeoutMs,
      login,
      addToken,
      now,
    }),
    secrets: [auth.password],
  };
}

type AuthContext = Pick<OpenOptions<Settings>, 'upstream' | 'basePath' | 'timeoutMs' | 'now'>;

/** The guide names the header `Authentication`, real servers read `Authorization`: both are sent. */
function bearerHeaders(token: string): UpstreamRequest['headers'] {
  return { authorization: `Bearer ${token}`, authentication: `Bearer ${token}` };
}

/**
 * Release 1.2 answers a wrong password with an uncaught PHP error: an empty HTML page with status 500. A server whose
 * database is down answers everything so, which an unknown path shows: a server that is well answers it with its own 404.
 */
function detectWrongPassword(upstream: string, basePath: string, send: Exchange): Exchange {
  return async (request) => {
    const response = await send(request);
    const { status } = response;
    const authFailure = (reason: string): ProviderFailure => {
      const message = `${request.operation} was not allowed with our credentials (${reason})`;
      return new ProviderFailure(upstream, 'auth', message, { status, sent: 'yes' });
    };
    if (isPrintedLoginError(response.body)) {
      throw authFailure(
        `a PHP error with status ${status}: so ICTCore answers a wrong password; ${DISPLAY_ERRORS_ADVICE}`,
      );
    }
    if (!isEmptyCrash(response)) return response;
    const probe = await send(unknownPathRequest(request, basePath));
    if (isUnknownPath(probe)) throw authFailure('an empty status 500: so ICTCore answers a wrong password');
    const message = `${request.operation} failed on the server's side (status ${status}), as any other path does (status ${probe.status}): its database may be down`;
    throw new ProviderFailure(upstream, 'unavailable', message, { status, sent: 'yes' });
  };
}

function isEmptyCrash({ status, headers, body }: UpstreamResponse): boolean {
  return status === 500 && body.length === 0 && (headers['content-type'] ?? '').startsWith('text/html');
}

/** A path that no release has, asked without credentials. */
function unknownPathRequest({ callOptions }: UpstreamRequest, basePath: string): UpstreamRequest {
  const path = `${basePath}/nonexistent`;
  return { operation: 'GET /nonexistent', method: 'GET', path, headers: codec.headers, effect: 'reads', callOptions };
}

function isUnknownPath({ status, headers }: UpstreamResponse): boolean {
  return status === 404 && codec.accepts(headers['content-type'] ?? '');
}

/** The community edition answers 429 for a disabled user: nothing to wait for. */
function readLoginError(status: number, body: unknown): ReportedError | undefined {
  const providerError = readProviderError(status, body);
  return providerError?.kind === 'rate-limited' ? { ...providerError, kind: 'auth' } : providerError;
}
