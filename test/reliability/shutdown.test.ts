import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';

import { startEmulators, type Running } from '../../src/emulators/index.js';
import { builtGateway } from '../support/built-path.js';

const MAIN = builtGateway();
const WRITES = 50;

let folder: string;
let pbx: Running;
let child: ChildProcess | undefined;

beforeAll(async () => {
  const [running] = await startEmulators(['ictcore'], { portBase: 0 });
  if (!running) throw new Error('no emulator');
  pbx = running;
});
afterAll(() => pbx.emulator.close());
beforeEach(async () => {
  pbx.emulator.reset();
  folder = await mkdtemp(join(tmpdir(), 'trunkline-shutdown-'));
  const { username, password } = pbx.credentials;
  const upstream = { provider: 'ictcore', baseUrl: pbx.baseUrl, timeoutMs: 60_000, concurrency: WRITES };
  await writeFile(
    join(folder, 'gateway.json'),
    JSON.stringify({
      idempotency: { directory: join(folder, 'data') },
      upstreams: { pbx: { ...upstream, auth: { username, password } } },
    }),
  );
});
afterEach(async () => {
  if (child?.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await rm(folder, { recursive: true });
});

/** The gateway in a shell that may set limits first; its URL. */
async function start(shell = ''): Promise<{ readonly gateway: ChildProcess; readonly url: string }> {
  const config = join(folder, 'gateway.json');
  const command = `${shell} exec "${process.execPath}" "${MAIN}" start --config "${config}" --port 0`;
  const gateway = spawn('bash', ['-c', command], { stdio: ['ignore', 'pipe', 'inherit'] });
  child = gateway;
  let out = '';
  const url = await new Promise<string>((resolve, reject) => {
    gateway.stdout.on('data', (bytes: Buffer) => {
      out += bytes.toString();
      const [, found] = /^ {2}(http:\S+)\/graphql$/m.exec(out) ?? [];
      if (found !== undefined) resolve(found);
    });
    gateway.once('exit', () => {
      reject(new Error('the gateway did not start'));
    });
  });
  return { gateway, url };
}

interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors?: ReadonlyArray<{ readonly extensions: Readonly<Record<string, unknown>> }>;
}

async function ask(url: string, query: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await response.json()) as Answer;
}

const READ = '{ contacts(first: 1) { nodes { id } } }';
const write = (at: number): string => `mutation { it: createContact(input: { ictCore: { firstName: "Stop${at}",
  phone: "+48500${100_000 + at}", idempotencyKey: "the-key-of-write-${at}" } }) { contact { id } userErrors { code } } }`;
const writeAll = (url: string) => Array.from({ length: WRITES }, (_, at) => ask(url, write(at)));

const isCreate = (each: { readonly method: string; readonly path: string }): boolean =>
  each.method === 'POST' && each.path.endsWith('/contacts');
/** Waits until every write is at the provider. */
async function untilAllAreSent(at: () => number): Promise<void> {
  while (at() < WRITES) await new Promise((resolve) => setTimeout(resolve, 10));
}

it('M7 fifty writes that are on their way at SIGTERM are answered, each done once', async () => {
  const { gateway, url } = await start();
  await ask(url, READ);
  pbx.emulator.addFault({ kind: 'slow', delayMs: 1500, method: 'POST', path: '/contacts' });
  const answers = writeAll(url);
  // Slow ones are in the ledger when they are done: they are on their way when the store has them.
  let operations = 0;
  while (operations < WRITES) {
    const { data } = await ask(url, '{ operations(first: 100, state: DISPATCHED) { nodes { id } } }');
    operations = (data['operations'] as { readonly nodes: readonly unknown[] }).nodes.length;
  }
  gateway.kill('SIGTERM');
  for (const answer of await Promise.all(answers)) {
    expect(answer).toMatchObject({ data: { it: { contact: { id: expect.any(String) as string }, userErrors: [] } } });
  }
  if (gateway.exitCode === null) await once(gateway, 'exit');
  expect(gateway.exitCode).toBe(0);
  expect(pbx.emulator.requests.filter(isCreate)).toHaveLength(WRITES);
}, 60_000);

it('M7 fifty writes that a stop does not wait for are unknown after a new start, and never sent again', async () => {
  const { gateway, url } = await start();
  await ask(url, READ);
  pbx.emulator.addFault({ kind: 'hang', method: 'POST', path: '/contacts' });
  const answers = Promise.allSettled(writeAll(url));
  await untilAllAreSent(() => pbx.emulator.requests.filter(isCreate).length);
  gateway.kill('SIGTERM');
  gateway.kill('SIGINT');
  await once(gateway, 'exit');
  expect((await answers).map(({ status }) => status)).not.toContain('fulfilled');
  pbx.emulator.clearFaults();
  const again = await start();
  const answersAgain = await Promise.all(writeAll(again.url));
  for (const { errors } of answersAgain) {
    expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', sent: 'unknown' } }]);
  }
  expect(pbx.emulator.requests.filter(isCreate)).toHaveLength(WRITES);
}, 60_000);

async function untilConnected(socket: Socket): Promise<void> {
  if (socket.connecting) await once(socket, 'connect');
}

it('L10 a gateway without free file descriptors, whose log is full, lives and answers when there are some again', async () => {
  const { gateway, url } = await start('ulimit -n 512; exec 2>/dev/full;');
  const port = Number(new URL(url).port);
  const open: Socket[] = [];
  for (let at = 0; at < 700; at += 1) open.push(connect(port, '127.0.0.1').on('error', () => undefined));
  await Promise.all(open.slice(0, 300).map(untilConnected));
  // Whether this one is answered is a matter of luck.
  await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(500) }).catch(() => undefined);
  expect(gateway.exitCode).toBeNull();
  for (const socket of open) socket.destroy();
  let answer: Answer | undefined;
  while (!answer) answer = await ask(url, READ).catch(() => undefined);
  expect(answer).toMatchObject({ data: { contacts: { nodes: [{ id: expect.any(String) as string }] } } });
  expect(answer.errors).toBeUndefined();
  gateway.kill('SIGTERM');
  await once(gateway, 'exit');
  expect(gateway.exitCode).toBe(0);
}, 60_000);
