import { loadConfig } from '../config/load.js';
import { createGateway } from '../gateway.js';
import type { WriteExecutorOptions } from '../operations/write-executor.js';
import { createMemoryStore } from '../operations/memory-store.js';
import { openStore } from '../operations/open-store.js';
import { createLog, createScrubber, type Log } from '../server/log.js';
import { isOpenAddress } from '../server/auth/open-address.js';
import { DocumentError } from '../server/documents/stored-document.js';
import { startServer } from '../server/server.js';
import { CommandError } from './command-error.js';
import { renderGreeting } from './greeting.js';
import { loadConfigOrDemo } from './load-config-or-demo.js';
import { createReload } from './reload.js';
import { toReplaceableOptions } from './server-options.js';
import { watchFile } from './watch-file.js';
import type { CommandContext } from './command-context.js';

export interface StartCommandOptions {
  /** A file; without it the emulators are the upstreams. */
  readonly config?: string | undefined;
  /** Replaces the config's `server.port`. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  /** The first port of the emulators; see startEmulators. */
  readonly portBase?: number | undefined;
}

export interface StartedGateway {
  /** Where it listens, without a path. */
  readonly url: string;
  readonly log: Log;
  /** How to use it, for people. */
  readonly greeting: string;
  readonly stop: (graceMs?: number) => Promise<void>;
  /** Reads the config file again; undefined where there is none. */
  readonly reload: (() => Promise<void>) | undefined;
}

/** Starts the gateway; throws a ConfigError, or why it cannot listen. */
export async function start(
  { config: file, port, host, portBase }: StartCommandOptions,
  context: CommandContext,
): Promise<StartedGateway> {
  const { config, demo } = await loadConfigOrDemo(file, portBase, context);
  const address = { host: host ?? config.server.host, port: port ?? config.server.port };
  if (!config.auth && (await isOpenAddress(address.host))) {
    await demo?.stop();
    throw new CommandError(describeOpenAddress(address.host));
  }
  const upstreamNames = config.upstreams.map(({ name }) => ({ name }));
  const scrub = createScrubber(upstreamNames);
  const log = createLog(scrub);
  // Emulators lose their data with the process, so facts about them need not survive it either.
  const store = demo
    ? createMemoryStore()
    : await openStore(config.idempotency, (message) => {
        log.warn({}, message);
      }).catch(refuseToStart);
  const warn: WriteExecutorOptions['warn'] = (details, message) => {
    log.warn(details, message);
  };
  const gateway = createGateway(config, context.providers, { store, warn });
  const { accessLog, metrics, tracing } = config.server;
  // To find out whether a wrong answer is the compiled operation's: with this, graphql-js executes everything.
  const compileAtUse = context.environment['TRUNKLINE_LANE'] === 'apollo' ? 0 : undefined;
  const serverOptions = {
    ...toReplaceableOptions(config),
    ...{ accessLog, compileAtUse, isTracing: tracing !== undefined },
    documents: config.documents,
    metrics: metrics?.enabled ? metrics : undefined,
  };
  const server = await startServer(gateway, { ...address, ...serverOptions, log, scrub }).catch(
    async (error: unknown) => {
      await demo?.stop();
      throw error instanceof DocumentError ? new CommandError(error.message) : error;
    },
  );
  const reload =
    file === undefined
      ? undefined
      : createReload({
          server,
          gateway,
          providers: context.providers,
          readConfig: () => loadConfig(file, context.providers, context.environment),
          findObstacle: async ({ auth }) =>
            !auth && (await isOpenAddress(address.host)) ? describeOpenAddress(address.host) : undefined,
          registerUpstreams: (config) => {
            for (const { name } of config.upstreams) {
              if (!upstreamNames.some((known) => known.name === name)) upstreamNames.push({ name });
            }
          },
          log,
          warn,
        });
  const unwatch =
    file !== undefined && reload && config.server.watch
      ? watchFile(
          file,
          () => void reload(),
          (error) => {
            log.warn({ error }, 'the config file is watched no more');
          },
        )
      : undefined;
  return {
    url: server.url,
    log,
    reload,
    greeting: renderGreeting(server.url, config, demo?.emulators ?? []),
    stop: async (graceMs) => {
      unwatch?.();
      await server.stop(graceMs);
      await demo?.stop();
    },
  };
}

function describeOpenAddress(host: string): string {
  return (
    `"${host}" is an address that other machines reach, and without "auth" in the config everybody there could read and send everything: ` +
    'add "auth" with keys ("trunkline hash-key" makes their digests), or listen on 127.0.0.1 (server.host, --host)'
  );
}

/** Without its store the gateway could not keep its guarantee for writes, so it does not start. */
function refuseToStart(error: unknown): never {
  throw new CommandError(`the store of operations: ${error instanceof Error ? error.message : String(error)}`);
}
