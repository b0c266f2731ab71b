import { isDeepStrictEqual } from 'node:util';

import type { Config } from '../config/config.js';
import { createGateway, type RunningGateway } from '../gateway.js';
import type { WriteExecutorOptions } from '../operations/write-executor.js';
import type { Log } from '../server/log.js';
import type { RunningServer } from '../server/server.js';
import type { CommandContext } from './command-context.js';
import { toReplaceableOptions } from './server-options.js';

export interface ReloadOptions extends Pick<CommandContext, 'providers'> {
  readonly server: Pick<RunningServer, 'replace'>;
  readonly gateway: RunningGateway;
  /** Reads the config once more; rejects with all its complaints. */
  readonly readConfig: () => Promise<Config>;
  /** Why a config can't be served on the address that the server listens on; undefined where it can. */
  readonly findObstacle: (config: Config) => Promise<string | undefined>;
  /** Called with the names of upstreams before they are served. */
  readonly registerUpstreams: (config: Config) => void;
  readonly log: Log;
  readonly warn: WriteExecutorOptions['warn'];
}

/** Keys of the config that are read at the start only. */
const FIXED: ReadonlyArray<readonly [key: string, of: (config: Config) => unknown]> = [
  ['server.host', ({ server }) => server.host],
  ['server.port', ({ server }) => server.port],
  ['server.watch', ({ server }) => server.watch],
  ['server.accessLog', ({ server }) => server.accessLog],
  ['server.metrics', ({ server }) => server.metrics],
  ['server.tracing', ({ server }) => server.tracing],
  ['documents', ({ documents }) => documents],
  ['idempotency', ({ idempotency }) => idempotency],
];

/**
 * Makes the function that serves the config as it is now in its file. One that is wrong is refused with its complaints, and
 * what was served before stays.
 */
export function createReload({ server, gateway, log, ...options }: ReloadOptions): () => Promise<void> {
  let current = gateway;
  let running: Promise<void> = Promise.resolve();
  const reload = async (): Promise<void> => {
    const former = current.inheritance.config;
    const read = await options.readConfig();
    const obstacle = await options.findObstacle(read);
    if (obstacle !== undefined) throw new Error(obstacle);
    const keys = FIXED.filter(([, of]) => !isDeepStrictEqual(of(read), of(former))).map(([key]) => key);
    if (keys.length > 0) log.warn({ keys }, 'these keys of the config take effect at the next start');
    const { host, port, watch, accessLog, metrics, tracing } = former.server;
    const serverConfig = { ...read.server, host, port, watch, accessLog, metrics, tracing };
    const { idempotency, documents } = former;
    const config: Config = { ...read, idempotency, documents, server: serverConfig };
    if (isDeepStrictEqual(config, former)) {
      log.info({}, 'the config has not changed');
      return;
    }
    options.registerUpstreams(config);
    const [next, old] = [
      createGateway(config, options.providers, { predecessor: current.inheritance, warn: options.warn }),
      current,
    ];
    current = next;
    const ended = server.replace(next, toReplaceableOptions(config));
    log.info({}, 'the config was read again');
    void ended
      .then(() => old.retire(next))
      .catch((error: unknown) => {
        log.error({ error }, 'what the config replaced could not be closed');
      });
  };
  // One after the other: each begins with what the one before has left.
  return () =>
    (running = running.then(reload).catch((error: unknown) => {
      log.error({ error }, 'the config was not taken: what was served before stays');
    }));
}
