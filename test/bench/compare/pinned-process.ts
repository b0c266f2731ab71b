import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is started, and where. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A candidate that answers. */
export interface Started {
  readonly pid: number;
  readonly startMs: number;
  readonly stop: () => Promise<void>;
}

const canPin = spawnSync('taskset', ['--version']).status === 0;

/** The core of the gateway, and that of the upstreams and the load. */
const CORES = { gateway: '0', others: '1' };

/** Keeps this process, and those it starts from now on, off the gateway's core; false where there is no taskset. */
export function pinToOwnCore(): boolean {
  return canPin && spawnSync('taskset', ['-a', '-p', '-c', CORES.others, String(process.pid)]).status === 0;
}

const children = new Set<ChildProcess>();
// None outlives the bench.
process.once('exit', () => {
  for (const child of children) child.kill();
});

/** Starts a candidate on its core and waits until it answers. */
export async function startPinned(command: Command, log: string, answers: () => Promise<unknown>): Promise<Started> {
  const begun = performance.now();
  const child = spawnOnCore(command, log);
  for (;;) {
    if (await answers().then(Boolean, () => false)) break;
    const isGone = child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
    if (isGone || performance.now() - begun > 60_000) {
      child.kill('SIGKILL');
      throw new Error(`it did not start: ${readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? ''}`);
    }
    await sleep(20);
  }
  return { pid: child.pid ?? 0, startMs: performance.now() - begun, stop: () => stop(child) };
}

function spawnOnCore({ program, args, folder, environment }: Command, log: string): ChildProcess {
  const file = openSync(log, 'w');
  const [first, ...rest] = canPin ? ['taskset', '-c', CORES.gateway, program, ...args] : [program, ...args];
  const child = spawn(first, rest, {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', file, file],
  });
  children.add(child);
  // What went wrong is in its log, or is that it did not answer.
  child.on('error', () => undefined);
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await Promise.race([exit, sleep(5_000).then(() => child.kill('SIGKILL'))]);
}
