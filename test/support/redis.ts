import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis of the tests' own, which forgets all when it stops. */
export interface TestRedis {
  readonly host: string;
  readonly port: number;
  /** Stops it from answering, as a host that hangs. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly stop: () => Promise<void>;
}

/** Starts `redis-server` on 127.0.0.1, on a free port unless one is given; rejects where it is not installed. */
export async function startRedis(
  options: { readonly port?: number; readonly password?: string } = {},
): Promise<TestRedis> {
  const port = options.port ?? (await freePort());
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-redis-'));
  const settings = { bind: '127.0.0.1', port: `${port}`, dir: folder, save: '', appendonly: 'no' };
  const password = options.password === undefined ? [] : ['--requirepass', options.password];
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn('redis-server', [...flags, ...password], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = (): void => void child.kill('SIGKILL');
  process.once('exit', exit);
  const ended = new Promise<void>((resolve) => child.once('close', resolve));
  const stop = async (): Promise<void> => {
    exit();
    process.off('exit', exit);
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    host: '127.0.0.1',
    port,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    stop,
  };
}

async function ready(child: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('Ready to accept connections')) resolve();
    });
    child.once('exit', () => {
      reject(new Error(`redis-server did not start: ${log}`));
    });
    child.once('error', (cause) => {
      reject(new Error('these tests need Redis: apt-get install redis-server', { cause }));
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new TypeError('the server has no port');
  return address.port;
}
