import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A Redis of the tests' own, which forgets all when it stops, unless `directory` says where it keeps its data. */
export interface TestRedis {
  readonly host: string;
  readonly port: number;
  /** Stops it from answering, as a host that hangs. */
  readonly freeze: () => void;
  readonly stop: () => Promise<void>;
}

// Ends with this process, however that ends: its input is then closed.
const SCRIPT = `exec 3<&0
redis-server "$@" </dev/null & pid=$!
echo "pid $pid"
{ cat <&3 >/dev/null; kill -9 $pid; } 2>/dev/null &
wait $pid`;

/** Starts `redis-server` on 127.0.0.1, on a free port unless one is given; rejects where it is not installed. */
export async function startRedis(
  options: {
    readonly port?: number;
    readonly password?: string;
    readonly directory?: string;
    readonly settings?: Readonly<Record<string, string>>;
  } = {},
): Promise<TestRedis> {
  const port = options.port ?? (await freePort());
  const folder = options.directory ?? (await mkdtemp(join(tmpdir(), 'trunkline-redis-')));
  const durable = { appendonly: 'yes', appendfsync: 'always', 'maxmemory-policy': 'noeviction' };
  const settings = { bind: '127.0.0.1', port: `${port}`, dir: folder, save: '', ...durable, ...options.settings };
  const password = options.password === undefined ? [] : ['--requirepass', options.password];
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn('sh', ['-c', SCRIPT, 'sh', ...flags, ...password], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
    if (options.directory === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    const pid = await pidWhenReady(child);
    return {
      host: '127.0.0.1',
      port,
      freeze: () => void process.kill(pid, 'SIGSTOP'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function pidWhenReady(child: ChildProcessByStdio<Writable, Readable, null>): Promise<number> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('Ready to accept connections')) resolve();
    });
    child.once('exit', (code) => {
      const isMissing = code === 127;
      const message = isMissing
        ? 'these tests need Redis: apt-get install redis-server'
        : `Redis did not start: ${log}`;
      reject(new Error(message));
    });
  });
  return Number(/^pid (\d+)$/m.exec(log)?.[1]);
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
