import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { ProcessState } from './report-process.js';

/** A gateway as `npm start` runs it, in a process that tells how it fares. */
export interface GatewayProcess {
  readonly url: string;
  readonly measure: () => Promise<ProcessState>;
  /** Has it read its config again. */
  readonly reload: () => void;
  readonly isAlive: () => boolean;
  readonly stop: () => Promise<void>;
}

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export async function startGatewayProcess(config: string): Promise<GatewayProcess> {
  const flags = ['--expose-gc', '--import', 'tsx', '--import', pathOf('./report-process.ts')];
  const args = [...flags, pathOf('../../src/main.ts'), 'start', '--config', config, '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let out = '';
  let err = '';
  child.stderr?.on('data', (chunk: Buffer) => (err = (err + chunk.toString()).slice(-4000)));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      out = (out + chunk.toString()).slice(-4000);
      const [, found] = /^ {2}(http:\S+\/graphql)$/m.exec(out) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => {
      reject(new Error(`the gateway did not start: ${err}`));
    });
  });
  return {
    url,
    measure: async () => {
      const answer = once(child, 'message');
      child.send('tell');
      const [state] = (await answer) as [ProcessState];
      return state;
    },
    reload: () => void child.kill('SIGUSR2'),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
