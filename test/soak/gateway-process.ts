import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { MeasureOptions, ProcessState } from './report-process.js';

/** A gateway as `npm start` runs it, in a process that tells how it fares. */
export interface GatewayProcess {
  readonly url: string;
  readonly measure: (options?: MeasureOptions) => Promise<ProcessState>;
  /** Has it read its config again; whether its log says that it did. */
  readonly reload: () => Promise<boolean>;
  /** Lines of its log that tell of a mistake of its own. */
  readonly errors: readonly string[];
  readonly isAlive: () => boolean;
  readonly stop: () => Promise<void>;
}

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const RELOAD_MS = 10_000;

export async function startGatewayProcess(config: string): Promise<GatewayProcess> {
  const flags = ['--expose-gc', '--no-warnings', '--import', 'tsx', '--import', pathOf('./report-process.ts')];
  const args = [...flags, pathOf('../../src/main.ts'), 'start', '--config', config, '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let out = '';
  let noteReload = (): void => undefined;
  const errors: string[] = [];
  createInterface({ input: child.stderr ?? process.stdin }).on('line', (line) => {
    if (line.includes('"msg":"the config was read again"')) noteReload();
    else if (!/"level":"(?:info|warn)"/.test(line)) errors.push(line.slice(0, 500));
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      out = (out + chunk.toString()).slice(-4000);
      const [, found] = /^ {2}(http:\S+\/graphql)$/m.exec(out) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => {
      reject(new Error(`the gateway did not start: ${errors.join('\n')}`));
    });
  });
  return {
    url,
    errors,
    measure: async (options = {}) => {
      const answer = once(child, 'message');
      child.send(options);
      const [state] = (await answer) as [ProcessState];
      return state;
    },
    reload: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          resolve(false);
        }, RELOAD_MS);
        noteReload = () => {
          clearTimeout(timer);
          resolve(true);
        };
        child.kill('SIGUSR2');
      }),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
