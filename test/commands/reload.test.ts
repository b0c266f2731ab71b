import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { queryObjects } from 'node:v8';

import { Pool } from 'undici';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { start, type StartedGateway } from '../../src/commands/start.js';
import { cloudSigma } from '../../src/providers/cloudsigma/index.js';

let folder: string;
let file: string;
let upstream: Server;
let base: string;
/** Answers that are held back until they are let go. */
let held: ServerResponse[] | undefined;
let connections = 0;
/** How often the connection breaks instead of an answer. */
let breaks = 0;
let gateway: StartedGateway | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
  file = join(folder, 'gateway.yaml');
  [held, connections, breaks] = [undefined, 0, 0];
  upstream = createServer((_, response) => {
    if (held) held.push(response);
    else if (breaks > 0) {
      breaks -= 1;
      response.destroy();
    } else answer(response);
  }).listen(0, '127.0.0.1');
  upstream.on('connection', () => (connections += 1));
  await once(upstream, 'listening');
  const address = upstream.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterEach(async () => {
  await gateway?.stop(1000);
  upstream.closeAllConnections();
  upstream.close();
  await rm(folder, { recursive: true });
});

function answer(response: ServerResponse): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ meta: { limit: 0, offset: 0, total_count: 0 }, objects: [] }));
}

const configOf = (names: readonly string[], more = ''): string =>
  `${more}idempotency: { directory: ${join(folder, 'data')} }\nupstreams:\n${names
    .map(
      (name) =>
        `  ${name}: { provider: cloudsigma, baseUrl: "${base}", auth: { username: u@example.com, password: secret-word }, cacheMs: 0 }\n`,
    )
    .join('')}`;

async function startOver(names: readonly string[], more = ''): Promise<StartedGateway> {
  await writeFile(file, configOf(names, more));
  gateway = await start(
    { config: file, port: 0 },
    { providers: [cloudSigma], environment: {}, print: () => undefined },
  );
  return gateway;
}

async function ask(query: string): Promise<{ data?: Record<string, unknown>; errors?: unknown }> {
  const response = await fetch(`${gateway?.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: Record<string, unknown> };
}

const NAMES = '{ upstreams { name } }';
const namesNow = async (): Promise<unknown> =>
  ((await ask(NAMES)).data?.['upstreams'] as Array<{ name: string }>).map(({ name }) => name);
const CONTACTS = '{ contacts { sources { upstream { name } ok } } }';

test('a reload serves the new upstreams, and a request under way ends on the old ones', async () => {
  const { reload } = await startOver(['one']);
  held = [];
  const begun = ask(CONTACTS);
  await expect.poll(() => held?.length).toBe(1);
  await writeFile(file, configOf(['two', 'three']));
  await reload?.();
  expect(await namesNow()).toEqual(['two', 'three']);
  for (const response of held) answer(response);
  held = undefined;
  expect((await begun).data).toEqual({ contacts: { sources: [{ upstream: { name: 'one' }, ok: true }] } });
  expect((await ask(CONTACTS)).errors).toBeUndefined();
});

test('an upstream that has not changed keeps its connection', async () => {
  const { reload } = await startOver(['one']);
  await ask(CONTACTS);
  const before = connections;
  await writeFile(file, configOf(['one', 'two']));
  await reload?.();
  await ask('{ contacts(upstreams: ["one"]) { sources { ok } } }');
  expect([await namesNow(), connections]).toEqual([['one', 'two'], before]);
});

/** How many there are after a collection of garbage. */
const countPools = (): number => queryObjects(Pool, { format: 'count' });

test('a reload lets go of what it replaced, the first gateway and failures included', async () => {
  await writeFile(join(folder, 'names.graphql'), 'query Names { upstreams { name } }');
  const documents = `documents: { directory: ${join(folder, 'names.graphql')} }\n`;
  const { reload } = await startOver(['kept', 'one'], documents);
  await ask(CONTACTS);
  const before = countPools();
  for (let times = 0; times < 3; times += 1) {
    // A try that failed is remembered by the upstream that stays.
    breaks = 1;
    await ask('{ contacts(upstreams: ["kept"]) { sources { ok } } }');
    await writeFile(file, configOf(['kept', times % 2 === 0 ? 'two' : 'one'], documents));
    await reload?.();
  }
  // Fewer where other tests of this process left some.
  await expect.poll(countPools, { timeout: 5000 }).toBeLessThanOrEqual(before);
}, 60_000);

test('a bad file is refused and what was served stays', async () => {
  const { reload } = await startOver(['one']);
  for (const text of ['upstreams: {}', 'upstreams: [', configOf(['two'], 'nonsense: 1\n')]) {
    await writeFile(file, text);
    await reload?.();
    expect(await namesNow()).toEqual(['one']);
  }
  await rm(file);
  await reload?.();
  expect(await namesNow()).toEqual(['one']);
});

test('keys that take effect at the next start are told, each by its name', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const { reload } = await startOver(['one']);
    const changed =
      'server: { accessLog: true, watch: true, port: 4999, tracing: { propagate: true }, metrics: { port: 4998 } }\n';
    await writeFile(file, configOf(['two'], changed));
    await reload?.();
    const lines = written.mock.calls.map(([line]) => JSON.parse(String(line)) as { msg: string; keys?: string[] });
    expect(lines.filter(({ keys }) => keys)).toMatchObject([
      {
        msg: 'these keys of the config take effect at the next start',
        keys: ['server.port', 'server.watch', 'server.accessLog', 'server.metrics', 'server.tracing'],
      },
    ]);
    // The rest of the file does at once.
    expect(await namesNow()).toEqual(['two']);
  } finally {
    written.mockRestore();
  }
});

test('no request is dropped by reloads in a row', async () => {
  const { reload } = await startOver(['one']);
  let isOver = false;
  const answers: unknown[] = [];
  const clients = Promise.all(
    Array.from({ length: 5 }, async () => {
      while (!isOver) answers.push((await ask(CONTACTS)).errors);
    }),
  );
  for (let times = 0; times < 10; times += 1) {
    await writeFile(file, configOf(times % 2 === 0 ? ['one', 'two'] : ['two']));
    await reload?.();
    await ask(CONTACTS);
  }
  isOver = true;
  await clients;
  expect(answers.filter((errors) => errors !== undefined)).toEqual([]);
  expect(answers.length).toBeGreaterThan(10);
});

test('a watched file is read again when it is written, and when another takes its place', async () => {
  await startOver(['one'], 'server: { watch: true }\n');
  await writeFile(file, configOf(['two'], 'server: { watch: true }\n'));
  await expect.poll(namesNow, { timeout: 10_000 }).toEqual(['two']);
  await writeFile(join(folder, 'draft'), configOf(['three'], 'server: { watch: true }\n'));
  await rename(join(folder, 'draft'), file);
  await expect.poll(namesNow, { timeout: 10_000 }).toEqual(['three']);
});
