import { breakCircuit } from './break-circuit.js';
import { createUpstreamBreaker, type UpstreamBreaker } from './upstream-breaker.js';
import { beforeDispatch } from './before-dispatch.js';
import type { Now, Sleep } from './clock.js';
import { cache } from './cache.js';
import { shareInFlight } from './share-in-flight.js';
import { compose } from './compose.js';
import { deadline } from './deadline.js';
import { proxySecrets, type EgressProxy } from './dispatcher.js';
import type { Exchange, Interceptor } from './exchange.js';
import { createHealth, type Health } from './health.js';
import { heedRetryAfter } from './heed-retry-after.js';
import { holdSecrets, unregisterSecrets, registerSecrets, type SecretOwner } from './redact.js';
import { retry, type RetryPolicy } from './retry.js';
import { concurrencyLimit, type ConcurrencyLimitOptions } from './concurrency-limit.js';
import { trace } from './trace.js';
import { keepTraceContext, traceSpan, type TracingOptions } from './trace-span.js';
import { resendOnTimeout, startTryTimeout } from './try-timeout.js';
import { openPool as openSockets, type OpenPool, type PoolOptions } from './undici.js';

/** How one upstream is reached. */
export interface UpstreamRoute {
  /** Key of the upstream in the config. */
  readonly upstream: string;
  /** Scheme, host and port, e.g. `https://api.hostway.com`. */
  readonly origin: string;
  /** The longest that one call may take, its repeats and log-in included. */
  readonly timeoutMs: number;
  /** Requests in flight at once, and as many files besides. */
  readonly concurrency: number;
  /** Reads in flight on one connection; default 1: each waits for the answer before it. */
  readonly pipelining?: number;
  /** How reads are repeated; default: up to three tries, each of a third of `timeoutMs`. */
  readonly retry?: RetryPolicy;
  /** How long answers to reads are cached, in milliseconds; default 0: not at all. */
  readonly cacheMs?: number;
  /** Signs each attempt and renews a refused token once. */
  readonly authorize: Interceptor;
  /** Credentials that must never appear in a message or a trace, even if the provider repeats them. */
  readonly secrets?: readonly string[];
  /** Where the outcomes of its calls are recorded; default: a new one. */
  readonly health?: Health;
}

/** An open way to one upstream. */
export interface UpstreamConnection {
  readonly upstream: string;
  /** Whose secrets no message may show; default: the upstream's. */
  readonly secretOwner?: SecretOwner | undefined;
  readonly timeoutMs: number;
  readonly exchange: Exchange;
  /** For bodies that stream (`UpstreamRequest.stream`): one try, and no deadline except the longest silence. */
  readonly streamExchange: Exchange;
  readonly health: Health;
  /** Forgets the answers that are kept for a while; absent where none are. */
  readonly dropCache?: () => void;
  readonly close: () => Promise<void>;
}

/** What the gateway gives to a provider, which says where and how requests are authorized; the transport does the rest. */
export type Connect = (route: UpstreamRoute) => UpstreamConnection;

export interface ConnectOptions {
  /** The proxy to all upstreams; default: none. */
  readonly proxy?: EgressProxy | undefined;
  /** OpenTelemetry spans of what is sent; default: none. */
  readonly tracing?: TracingOptions | undefined;
  // What tests replace.
  readonly openPool?: (upstream: string, origin: string, options: PoolOptions) => OpenPool;
  /** Monotonic milliseconds. */
  readonly now?: Now;
  /** Unix milliseconds. */
  readonly wallNow?: Now;
  readonly sleep?: Sleep;
  readonly random?: () => number;
}

/** How an upstream is reached, whoever's credentials its requests are sent with. */
export type Route = Omit<UpstreamRoute, 'authorize' | 'secrets'>;

/** What is open of an upstream before it is known with whose credentials it is called. */
export interface OpenRoute {
  /** Signs each attempt and sends it. */
  readonly signWith: (authorize: Interceptor, secretOwner?: SecretOwner) => Exchange;
  /** Sends calls through the circuit and the limits, to what signs them. */
  readonly openCalls: (sendSigned: Exchange) => { readonly sendCall: Exchange; readonly sendFile: Exchange };
  /** Answers reads from the cache or with one in flight: of those that pass through one such exchange, and no others. */
  readonly shareReads: (
    send: Exchange,
    secretOwner?: SecretOwner,
  ) => Pick<UpstreamConnection, 'exchange' | 'streamExchange' | 'dropCache'>;
  readonly health: Health;
  readonly breaker: UpstreamBreaker;
  /** Credentials of the way itself. */
  readonly secrets: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens connections whose exchanges pass the standard order of interceptors, in one place for all providers. */
export function createConnect(options: ConnectOptions = {}): Connect {
  return ({ authorize, secrets = [], ...route }) => {
    const { upstream, timeoutMs } = route;
    const { signWith, openCalls, shareReads, health, close } = openRoute(route, options);
    registerSecrets(upstream, ...secrets);
    const { sendCall, sendFile } = openCalls(signWith(authorize));
    return {
      upstream,
      timeoutMs,
      ...shareReads((request) => (request.stream ? sendFile : sendCall)(request)),
      health,
      close,
    };
  };
}

/** Opens the way to an upstream, over which connections are made. */
export function openRoute(
  { upstream, origin, timeoutMs, concurrency, pipelining, cacheMs = 0, ...route }: Route,
  { openPool = openSockets, proxy, tracing, ...environment }: ConnectOptions = {},
): OpenRoute {
  const { health = createHealth(), retry: { tries, tryTimeoutMs = timeoutMs / 3 } = {} } = route;
  const secrets = proxySecrets(proxy);
  holdSecrets(upstream);
  registerSecrets(upstream, ...secrets);
  const pool = openPool(upstream, origin, { connections: concurrency, pipelining, proxy });
  const callDeadline = deadline({ upstream, timeoutMs, ...environment });
  // Open for no longer than a call may take: whoever asks so long after a fault was healed is answered.
  const breaker = createUpstreamBreaker({ maxOpenMs: timeoutMs, ...environment });
  const spans = tracing ? [traceSpan({ upstream, origin, ...tracing })] : [];
  const traceContext = tracing ? [keepTraceContext()] : [];
  health.watchCircuit(breaker);
  const circuit = breakCircuit({ upstream, breaker, timeoutMs, ...environment });
  const pause = heedRetryAfter({ upstream, timeoutMs, ...environment });
  const limitOptions: ConcurrencyLimitOptions = {
    upstream,
    concurrency,
    onEnd: (request, response, error, tookMs) => {
      if (response) pause.note(request, response);
      circuit.note(request, response, error, tookMs);
    },
    ...environment,
  };
  return {
    // A request passes these from top to bottom, its answer from bottom to top.
    signWith: (authorize, secretOwner) =>
      compose(
        // Below retry: each try is signed anew, and renewing a token costs no try.
        authorize,
        beforeDispatch(),
        // Log-ins belong to no call and have no deadline of their own: without this one, every new caller would join a
        // log-in that hangs. A lost log-in is sent again, because it would cost a call that acts, which is sent only
        // once.
        forLoginsOnly(compose(callDeadline, resendOnTimeout(upstream, tryTimeoutMs))),
        // Last: every request that passes here goes to the wire, log-ins and repeats included.
        trace({ upstream, secretOwner, ...environment }),
        ...spans,
      )(pool.send),
    openCalls: (sendSigned) => ({
      sendCall: compose(
        ...traceContext,
        // Above the concurrency limit: a pause between two tries holds no slot.
        retry({ tries, tryTimeoutMs, ...environment }),
        // Above the circuit: what is on trial is not sent before its time either.
        pause.wait,
        // Below retry, so that it counts tries, and above the limit, so that an open circuit refuses at once.
        circuit.refuse,
        // Tokens are checked after the wait for a slot, and a log-in uses the slot of the request that needs it, so that
        // it is never blocked by requests that wait for it.
        concurrencyLimit(limitOptions),
        // Once more: they may have begun while the call waited for its slot.
        circuit.recheck,
        pause.wait,
        // Below the concurrency limit: the time of a try does not run while it waits for a slot.
        startTryTimeout({ upstream }),
      )(sendSigned),
      // A stream cannot be sent twice, so there is no retry; and it may take long, so it has a concurrency limit of its
      // own.
      sendFile: compose(
        ...traceContext,
        pause.wait,
        circuit.refuse,
        concurrencyLimit(limitOptions),
        circuit.recheck,
        pause.wait,
      )(sendSigned),
    }),
    shareReads: (send, secretOwner) => {
      let dropCache = (): void => undefined;
      // Above retry: callers that share an answer share its repeats too. Above files as well: an uploaded file makes
      // cached reads stale.
      const sharedExchange = compose(
        cache({ upstream, secretOwner, cacheMs, onOpen: (drop) => (dropCache = drop), ...environment }),
        shareInFlight({ upstream, secretOwner, timeoutMs, ...environment }),
      )(send);
      return {
        // Above sharing: each caller that shares an answer has a deadline of its own.
        exchange: callDeadline(sharedExchange),
        streamExchange: sharedExchange,
        dropCache: () => {
          dropCache();
        },
      };
    },
    health,
    breaker,
    secrets,
    close: async () => {
      await pool.close();
      unregisterSecrets(upstream);
    },
  };
}

/**
 * Applies an interceptor only to requests without a deadline that do not stream: log-ins, which belong to no single
 * call.
 */
function forLoginsOnly(interceptor: Interceptor): Interceptor {
  return (next) => {
    const intercepted = interceptor(next);
    return (request) => (request.stream || request.deadlineAt !== undefined ? next(request) : intercepted(request));
  };
}
