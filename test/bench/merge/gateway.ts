import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { transform } from 'esbuild';

import { CHECKOUT, ENGINE_FLAGS } from '../compare/places.js';
import { buildTrunkline } from '../compare/trunkline.js';
import type { RunningChild } from './child.js';

const LISTENING = /http:\S+\/graphql/;

/** The gateway as it is built and as `npm start` runs it, in a process of its own that tells how it fares. */
export async function startGateway(config: string): Promise<RunningChild> {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-bench-'));
  const file = join(folder, 'gateway.yaml');
  await writeFile(file, config);
  const observer = await observerModule();
  const args = [...ENGINE_FLAGS, '--import', observer, main(), 'start', '--config', file, '--port', '0'];
  const log = join(folder, 'log');
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', openSync(log, 'w'), 'ipc'] });
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return { child, ready: await urlOf(child, log) };
}

/** The address that it tells. */
async function urlOf(child: ChildProcess, log: string): Promise<string> {
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for (;;) {
    const [url] = LISTENING.exec(said) ?? [];
    if (url !== undefined) return url;
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the gateway did not start: ${readFileSync(log, 'utf8')}`);
    await sleep(5);
  }
}

let isBuilt = false;

/** The file that starts the gateway, of what the sources are now. */
function main(): string {
  if (!isBuilt) buildTrunkline();
  isBuilt = true;
  return `${CHECKOUT}dist/main.js`;
}

/** What watches the process, as one module in JavaScript: what reads TypeScript would be loaded with the gateway. */
async function observerModule(): Promise<string> {
  const source = readFileSync(new URL('process-load.ts', import.meta.url), 'utf8');
  const { code } = await transform(`${source}\nreportProcessLoad();`, { loader: 'ts' });
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
