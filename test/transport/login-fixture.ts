import type { CancelSignal } from '../../src/transport/cancel-token.js';
import type { Exchange, UpstreamRequest } from '../../src/transport/exchange.js';
import { renewOnUnauthorized, type AccessToken } from '../../src/transport/access-token.js';
import { response } from './scripted-exchange.js';

export const sign = (each: UpstreamRequest, token: string): UpstreamRequest => ({
  ...each,
  headers: { ...each.headers, authorization: token },
});

export const DEADLINE_MS = 15_000;

interface LoginFixture {
  readonly exchange: Exchange;
  /** The log-ins so far. */
  readonly logins: Array<{
    resolve: (accessToken: AccessToken) => void;
    reject: (error: Error) => void;
    signal: CancelSignal | undefined;
  }>;
  /** The tokens that came with requests, in their order. */
  readonly shown: string[];
  readonly clock: { now: number };
}

/** A provider that accepts what `accepts` says. */
export function createFixture(accepts: (token: string) => boolean): LoginFixture {
  const logins: LoginFixture['logins'] = [];
  const shown: string[] = [];
  const clock = { now: 0 };
  const exchange = renewOnUnauthorized({
    upstream: 'pbx',
    login: (_send, { signal }) =>
      new Promise((resolve, reject) => {
        logins.push({ resolve, reject, signal });
      }),
    addToken: sign,
    timeoutMs: DEADLINE_MS,
    now: () => clock.now,
  })(async ({ headers }) => {
    const token = headers['authorization'] ?? '';
    shown.push(token);
    return response(accepts(token) ? 200 : 401);
  });
  return { exchange, logins, shown, clock };
}
