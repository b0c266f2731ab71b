import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import { providers } from '../../src/providers/index.js';
import { askChild, FLAGS } from '../bench/merge/child.js';
import type { ProcessLoad } from '../bench/merge/process-load.js';
import type { TestUpstream } from '../support/gateway.js';
import { startServer, type TestServerOptions } from '../support/server.js';

/** An upstream in words that can be sent to another process. */
export interface FuzzUpstream extends Omit<TestUpstream, 'provider'> {
  readonly provider: string;
}

export type FuzzServerOptions = Pick<TestServerOptions, 'budget' | 'limits'>;

/** A gateway that is tried. */
export interface FuzzServer {
  readonly url: string;
  /** How its process fared since this was asked last. */
  readonly load: () => Promise<ProcessLoad>;
  readonly lastLines: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

export type StartFuzzServer = (upstreams: readonly FuzzUpstream[], options?: FuzzServerOptions) => Promise<FuzzServer>;

/** In this process, with whatever else it does: soon there, and what nobody handles is seen. */
export const startServerHere: StartFuzzServer = async (upstreams, options = {}) => {
  const server = await startServer(upstreams.map(withProvider), options);
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  return {
    url: server.url,
    load: async () => {
      const stallMs = delays.max / 1e6;
      delays.reset();
      return { stallMs, rssMb: process.memoryUsage.rss() / 2 ** 20 };
    },
    lastLines: async () => server.lines.slice(-3).join('\n'),
    stop: async () => {
      delays.disable();
      await server.stop(0);
    },
  };
};

/** In a process of its own, so that its load is that of the gateway alone. What nobody handles there ends it. */
export const startServerInChild: StartFuzzServer = async (upstreams, options = {}) => {
  const child = fork(new URL('./server-process.ts', import.meta.url), [JSON.stringify({ upstreams, options })], {
    execArgv: FLAGS,
  });
  const [url] = (await once(child, 'message')) as [string];
  return {
    url,
    load: () => askChild<ProcessLoad>(child),
    lastLines: () => (child.connected ? askForLines(child) : Promise.resolve('its process ended')),
    stop: async () => {
      if (child.exitCode !== null) return;
      const exit = once(child, 'exit');
      child.kill();
      await exit;
    },
  };
};

async function askForLines(child: ChildProcess): Promise<string> {
  const answer = once(child, 'message');
  child.send('lines');
  const [lines] = (await answer) as [string];
  return lines;
}

export function withProvider({ provider: name, ...upstream }: FuzzUpstream): TestUpstream {
  const provider = providers.find((each) => each.name === name);
  if (!provider) throw new Error(`no provider ${name}`);
  return { ...upstream, provider };
}
