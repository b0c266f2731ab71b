import type { CancelSignal } from './cancel-token.js';
import { wallClock, type Now } from './clock.js';
import type { CallOptions, Exchange, Interceptor, UpstreamRequest, UpstreamResponse } from './exchange.js';
import { ProviderFailure } from './failure.js';
import { createLoginPause } from './login-pause.js';
import { InFlight } from './in-flight.js';
import { registerAccessToken, type SecretOwner } from './redact.js';

/** What a log-in gives: a bearer token and, where the provider says so, its end in unix milliseconds. */
export interface AccessToken {
  readonly token: string;
  readonly expiresAt?: number | undefined;
}

export interface RenewOnUnauthorizedOptions {
  readonly upstream: string;
  /** Logs in through `send`; every failure that it throws is a ProviderFailure, and shows no secret of the owner. */
  readonly login: (send: Exchange, callOptions: CallOptions, secretOwner: SecretOwner) => Promise<AccessToken>;
  readonly addToken: (request: UpstreamRequest, token: string) => UpstreamRequest;
  /** Whether an answer says that the token is not accepted, which proves that nothing was done. Default: status 401. */
  readonly isUnauthorized?: (response: UpstreamResponse) => boolean;
  /** The longest that a call may take; default: no limit. */
  readonly timeoutMs?: number | undefined;
  /** Unix milliseconds. */
  readonly now?: Now;
}

const RENEW_BEFORE_EXPIRY_MS = 10_000;
/** A new token is used for so long whatever its end: where a clock is ahead, each call would log in. */
const MIN_USE_MS = 30_000;
/** For how long a new token that is refused too is no reason for a further one. */
const RENEWAL_PAUSE_MS = 30_000;

/** Signs each attempt with fixed credentials. */
export function withAuthorization(authorize: (request: UpstreamRequest) => UpstreamRequest): Interceptor {
  return (next) => (request) => next(authorize(request));
}

/**
 * Signs with a token that all requests share. It is renewed before it expires and, once for each request, after a
 * refusal.
 */
export function renewOnUnauthorized(options: RenewOnUnauthorizedOptions): Interceptor {
  const { upstream, login, addToken, isUnauthorized = ({ status }) => status === 401 } = options;
  const { timeoutMs = Infinity, now = wallClock } = options;
  return (next) => {
    let current: AccessToken | undefined;
    let pendingLogin: InFlight<AccessToken> | undefined;
    const pause = createLoginPause({ timeoutMs, now });
    let usableUntil = 0;
    let suspendedAt = -Infinity;
    const isSuspended = (): boolean => {
      const sinceMs = now() - suspendedAt;
      // The clock may be set back.
      return sinceMs >= 0 && sinceMs < RENEWAL_PAUSE_MS;
    };

    const requestAccessToken = async (
      { callOptions, account }: UpstreamRequest,
      signal: CancelSignal,
    ): Promise<AccessToken> => {
      const secretOwner = account?.credential ?? upstream;
      const startedAt = now();
      try {
        const { onAttempt, traceContext } = callOptions;
        const accessToken = await login(next, { onAttempt, signal, traceContext }, secretOwner);
        registerAccessToken(secretOwner, accessToken.token);
        current = accessToken;
        usableUntil = Math.max((accessToken.expiresAt ?? Infinity) - RENEW_BEFORE_EXPIRY_MS, now() + MIN_USE_MS);
        pause.end();
        return accessToken;
      } catch (error) {
        const failure = toLoginFailure(upstream, error);
        throw failure instanceof ProviderFailure ? pause.begin(failure, startedAt) : failure;
      }
    };

    /** The token that may be used now, or else one that is logged in for. */
    const usableToken = (): AccessToken | undefined => (current && now() < usableUntil ? current : undefined);
    const logIn = (request: UpstreamRequest): Promise<AccessToken> => {
      const refusal = pause.refusal();
      if (refusal) return Promise.reject(refusal);
      if (!pendingLogin) {
        pendingLogin = new InFlight(() => (pendingLogin = undefined));
        pendingLogin.settleWith(requestAccessToken(request, pendingLogin));
      }
      return pendingLogin.join(request.callOptions.signal);
    };

    const renewAndResend = async (request: UpstreamRequest, refused: AccessToken): Promise<UpstreamResponse> => {
      // Another request may have renewed it already: a late 401 speaks of the old token, not of the new one.
      if (current === refused) current = undefined;
      const newToken = usableToken() ?? (await logIn(request));
      const secondResponse = await next(addToken(request, newToken.token));
      // A new token does not help here, so for a while a refusal is an answer like any other.
      if (isUnauthorized(secondResponse) && current === newToken) suspendedAt = now();
      return secondResponse;
    };
    const send = (request: UpstreamRequest, accessToken: AccessToken): Promise<UpstreamResponse> =>
      next(addToken(request, accessToken.token)).then((response) =>
        !isUnauthorized(response) || isSuspended() ? response : renewAndResend(request, accessToken),
      );
    return (request) => {
      const accessToken = usableToken();
      return accessToken ? send(request, accessToken) : logIn(request).then((newToken) => send(request, newToken));
    };
  };
}

/** The failure of a log-in, as the failure of the request that needed it: that request itself was never sent. */
function toLoginFailure(upstream: string, error: unknown): unknown {
  if (!(error instanceof ProviderFailure)) return error;
  const wasRejected = error.kind === 'rejected' || error.kind === 'not-found';
  const { status, retryAfterMs } = error;
  return new ProviderFailure(upstream, wasRejected ? 'auth' : error.kind, `log-in failed: ${error.message}`, {
    status,
    retryAfterMs,
    sent: 'no',
    cause: error,
  });
}
