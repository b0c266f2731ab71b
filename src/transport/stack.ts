import { beforeDispatch } from './before-dispatch.js';
import type { Now, Sleep } from './clock.js';
import { cache } from './cache.js';
import { shareInFlight } from './share-in-flight.js';
import { compose } from './compose.js';
import { deadline } from './deadline.js';
import { proxySecrets, type EgressProxy } from './dispatcher.js';
import type { Exchange, Interceptor } from './exchange.js';
import { createHealth, type Health } from './health.js';
import { unregisterSecrets, registerSecrets } from './redact.js';
import { retry, type RetryPolicy } from './retry.js';
import { concurrencyLimit } from './concurrency-limit.js';
import { trace } from './trace.js';
import { applyTryTimeout, resendOnTimeout } from './try-timeout.js';
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
  /** How reads are repeated; default: up to three tries, each of a third of `timeoutMs`. */
  readonly retry?: RetryPolicy;
  /** How long answers to reads are given again, in milliseconds; default 0: never. */
  readonly cacheMs?: number;
  /** Signs each attempt, and renews a refused credential once. */
  readonly authorize: Interceptor;
  /** Credentials that must not be told, whoever repeats them: never in a message or a trace. */
  readonly secrets?: readonly string[];
  /** Where the outcomes of its calls are kept; a new one without. */
  readonly health?: Health;
}

/** An open way to one upstream. */
export interface Connection {
  readonly upstream: string;
  readonly timeoutMs: number;
  readonly exchange: Exchange;
  /** For bodies that stream (`Request.flow`): one try, no deadline but the longest silence. */
  readonly streamExchange: Exchange;
  readonly health: Health;
  readonly close: () => Promise<void>;
}

/** What the gateway hands to a provider's plug: the provider says where and how to sign, the transport does the rest. */
export type Connect = (route: UpstreamRoute) => Connection;

export interface ConnectOptions {
  /** How all upstreams are reached; directly without. */
  readonly proxy?: EgressProxy | undefined;
  // What tests put in the place of the world.
  readonly openPool?: (upstream: string, origin: string, options: PoolOptions) => OpenPool;
  /** Monotonic milliseconds. */
  readonly now?: Now;
  /** Unix milliseconds. */
  readonly wallNow?: Now;
  readonly sleep?: Sleep;
  readonly random?: () => number;
}

/** Opens connections whose exchanges pass the standard order of interceptors, in one place for all providers. */
export function createConnect(options: ConnectOptions = {}): Connect {
  const { openPool = openSockets, proxy, ...environment } = options;
  return ({ upstream, origin, timeoutMs, concurrency, cacheMs = 0, authorize, secrets = [], ...route }) => {
    const { health = createHealth(), retry: { tries, tryTimeoutMs = timeoutMs / 3 } = {} } = route;
    registerSecrets(upstream, ...secrets, ...proxySecrets(proxy));
    const pool = openPool(upstream, origin, { connections: concurrency, proxy });
    const callDeadline = deadline({ upstream, timeoutMs, ...environment });
    const tryTimeout = applyTryTimeout({ upstream });
    // A request meets these from the top down, its answer from the bottom up.
    const sendToWire = compose(
      // Below retry: each try is signed anew, and a renewed ticket costs no try.
      authorize,
      beforeDispatch(),
      // A log-in that hangs would be joined by each who comes, for as long as one of them waits; and one that is lost
      // would cost a call that acts, which is sent once.
      forLoginsOnly(compose(callDeadline, resendOnTimeout(tryTimeoutMs, tryTimeout))),
      // Last: here each request is one that goes to the wire, log-ins and repeats included.
      trace({ upstream, ...environment }),
    )(pool.send);
    const sendCall = compose(
      // Above slots: a pause between two tries holds no place.
      retry({ tries, tryTimeoutMs, ...environment }),
      // The breaker's place: below retry, so that it counts tries; above slots, so that an open one refuses at once.
      // Waiting for a place is not yet trying: tickets are looked at after it, and a log-in uses the place of the
      // request that needs it, so that full slots cannot lock the log-in out.
      concurrencyLimit({ upstream, concurrency }),
      // Below slots: a try that waits for its place is not lost.
      tryTimeout,
    )(sendToWire);
    // A stream can't be sent twice; and it may take long, so its places are none of those of calls.
    const sendFile = concurrencyLimit({ upstream, concurrency })(sendToWire);
    // Above retry: who shares an answer shares its repeats too. Above both: a file that was stored makes reads old.
    const sharedExchange = compose(
      cache({ upstream, cacheMs, ...environment }),
      shareInFlight({ upstream, sharedDeadline: callDeadline, ...environment }),
    )((request) => (request.stream ? sendFile : sendCall)(request));
    return {
      upstream,
      timeoutMs,
      // Whoever asked has this long, and each who shares an answer has it for himself: so it stands above sharing.
      exchange: callDeadline(sharedExchange),
      streamExchange: sharedExchange,
      health,
      close: async () => {
        await pool.close();
        unregisterSecrets(upstream);
      },
    };
  };
}

/** Only for requests without a deadline that do not flow: log-ins, which belong to nobody's call. */
function forLoginsOnly(interceptor: Interceptor): Interceptor {
  return (next) => {
    const intercepted = interceptor(next);
    return (request) => (request.stream || request.deadlineAt !== undefined ? next(request) : intercepted(request));
  };
}
