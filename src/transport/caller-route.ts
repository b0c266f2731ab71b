import type { UpstreamCredential } from './upstream-credential.js';
import type { Interceptor, UpstreamRequest, UpstreamResponse } from './exchange.js';
import type { ProviderFailure } from './failure.js';
import { createHealth, type Health } from './health.js';
import { registerSecrets } from './redact.js';
import { openRoute, type ConnectOptions, type Route, type UpstreamConnection } from './stack.js';

/** An upstream at which each caller has an account of its own. */
export interface CallerRoute {
  /**
   * Sockets, slots and the circuit are shared. Nothing else is: answers, reads in flight, log-ins and their pauses, and
   * the pauses that the upstream asks for belong to one credential.
   */
  readonly connect: (
    credential: UpstreamCredential,
    signed: {
      readonly authorize: Interceptor;
      readonly secrets: readonly string[];
      readonly health: Health;
    },
  ) => UpstreamConnection;
  /** For those without a usable credential: every call fails so, and none is sent. */
  readonly refuse: (createFailure: () => ProviderFailure) => UpstreamConnection;
  readonly close: () => Promise<void>;
}

export function openCallerRoute(route: Route, options?: ConnectOptions): CallerRoute {
  const { upstream, timeoutMs } = route;
  const { signWith, openCalls, shareReads, secrets: routeSecrets, breaker, close } = openRoute(route, options);
  const { sendCall, sendFile } = openCalls(sendToAccount);
  return {
    connect: (credential, { authorize, secrets, health }) => {
      registerSecrets(credential, ...secrets, ...routeSecrets);
      const account = { credential, sendSigned: signWith(authorize, credential) };
      const shared = shareReads(
        (request) => (request.stream ? sendFile : sendCall)({ ...request, account }),
        credential,
      );
      health.watchCircuit(breaker);
      const close = () => Promise.resolve();
      return { upstream, timeoutMs, secretOwner: credential, ...shared, health, close };
    },
    refuse: (createFailure) => {
      const refuse = () => Promise.reject(createFailure());
      const close = () => Promise.resolve();
      // What was never called has no health: not the one of those who may call.
      return { upstream, timeoutMs, exchange: refuse, streamExchange: refuse, health: createHealth(), close };
    },
    close,
  };
}

function sendToAccount(request: UpstreamRequest): Promise<UpstreamResponse> {
  if (!request.account) throw new TypeError(`${request.operation} has nobody's credential`);
  return request.account.sendSigned(request);
}
