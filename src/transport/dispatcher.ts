import { buildConnector, EnvHttpProxyAgent, Pool, type Dispatcher } from 'undici';

import { corkWrites } from './cork-writes.js';
import { isLoopback } from './loopback.js';
import { resolveHost } from './resolve-host.js';

/** The proxy through which this network reaches others. The URLs may include a user and a password. */
export interface EgressProxy {
  /** For origins with https. */
  readonly https: string | undefined;
  /** For origins with http. */
  readonly http: string | undefined;
  /** Hosts that are reached directly, as `NO_PROXY` lists them; loopback always is. */
  readonly noProxy: string;
}

/** What both a pool and a proxy take. */
export type SocketOptions = Omit<Pool.Options, 'connect'> & {
  readonly connect: { readonly timeout: number; readonly rejectUnauthorized: boolean };
};

/** Opens sockets to one origin, through the proxy where there is one; a tunnel, so that the proxy reads nothing of https. */
export function openDispatcher(origin: string, options: SocketOptions, proxy: EgressProxy | undefined): Dispatcher {
  const connect = { ...options.connect, lookup: resolveHost };
  const direct = { ...options, connect };
  if (!proxy || isLoopback(new URL(origin).hostname)) {
    const isPipelined = (options.pipelining ?? 1) > 1;
    return new Pool(origin, isPipelined ? { ...options, connect: connectCorked(connect) } : direct);
  }
  // Empty texts instead of undefined, because for undefined the agent reads the environment itself.
  return new EnvHttpProxyAgent({
    ...direct,
    httpsProxy: proxy.https ?? '',
    httpProxy: proxy.http ?? '',
    noProxy: proxy.noProxy,
    // Who configures a proxy says where it is, and the proxy resolves the names of servers.
    proxyTls: options.connect,
    requestTls: options.connect,
  });
}

function connectCorked(options: buildConnector.BuildOptions): buildConnector.connector {
  const connect = buildConnector(options);
  return (target, callback) => {
    connect(target, (...outcome) => {
      const [, socket] = outcome;
      if (socket) corkWrites(socket);
      callback(...outcome);
    });
  };
}

/** What must not appear in a message about a proxy. */
export function proxySecrets(proxy: EgressProxy | undefined): string[] {
  const urls = [proxy?.https, proxy?.http].flatMap((url) => (url === undefined ? [] : [new URL(url)]));
  return urls.flatMap(({ password, username }) => [
    decodeURIComponent(password),
    Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64'),
  ]);
}
