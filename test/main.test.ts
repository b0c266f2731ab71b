import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { startDemo } from '../src/commands/demo.js';
import { CREDENTIALS, PREFIX, startHostTracker } from '../src/emulators/hosttracker/index.js';
import { builtGateway } from './support/built-path.js';

const MAIN = builtGateway();

interface Ran {
  readonly child: ChildProcessWithoutNullStreams;
  /** What it printed, once that matches. */
  readonly until: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
}

function run(args: readonly string[], environment: Record<string, string> = {}): Ran {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...environment },
  });
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  const until = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(out);
        if (found) resolve(found);
      };
      child.stdout.on('data', look);
      void ended.then(() => {
        reject(new Error(`ended without ${pattern.source}: ${err}`));
      });
      look();
    });
  return { child, until, ended };
}

it('starts over emulators, answers, and ends in order on SIGTERM', async () => {
  const { child, until, ended } = run(['start', '--port', '0']);
  const [, url = ''] = await until(/^ {2}(http:\S+)\/graphql$/m);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  child.kill('SIGTERM');
  const { code, err } = await ended;
  expect([code, err.trimEnd().split('\n')]).toEqual([0, [expect.stringContaining('draining')]]);
});

it('prints the schema that is committed', async () => {
  const { out } = await run(['schema']).ended;
  expect(out).toBe(await readFile('schema/schema.graphql', 'utf8'));
});

it('parses a long list in XML on the thread that was built for it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
  const emulator = await startHostTracker();
  const contact = (_: unknown, place: number) => ({ contactType: 'Email' as const, address: `${place}@example.com` });
  emulator.reset({ contacts: Array.from({ length: 300 }, contact) });
  const auth = { token: CREDENTIALS.token };
  const upstream = { provider: 'hosttracker', baseUrl: `${emulator.url}${PREFIX}`, format: 'xml', auth };
  const file = join(folder, 'gateway.json');
  await writeFile(
    file,
    JSON.stringify({ idempotency: { directory: join(folder, 'data') }, upstreams: { a: upstream } }),
  );
  const { child, until, ended } = run(['start', '--config', file, '--port', '0']);
  const [, url = ''] = await until(/^ {2}(http:\S+)\/graphql$/m);
  const body = JSON.stringify({ query: '{ contacts(first: 1) { totalCount } }' });
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(await answer.json()).toEqual({ data: { contacts: { totalCount: 300 } } });
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  await emulator.close();
  await rm(folder, { recursive: true });
});

it('ends in order when nobody reads its log any more', async () => {
  const { child, until, ended } = run(['start', '--port', '0']);
  await until(/graphql$/m);
  child.stderr.destroy();
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

it('takes no offence at a reader that has seen enough, such as head', async () => {
  const { child, ended } = run(['schema']);
  child.stdout.destroy();
  expect(await ended).toMatchObject({ code: 0, err: '' });
});

/** The sources of all files that a process loaded, by a report of what it covered. */
async function loadedSources(report: string): Promise<string[]> {
  const { result } = JSON.parse(await readFile(report, 'utf8')) as { readonly result: ReadonlyArray<{ url: string }> };
  const files = result.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
  const maps = files.map((file) => readFile(`${file}.map`, 'utf8').catch(() => JSON.stringify({ sources: [file] })));
  return (await Promise.all(maps)).flatMap((map) => (JSON.parse(map) as { readonly sources: string[] }).sources);
}

it('loads no emulator and no explorer for a config, and no compiler for anything', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
  const demo = await startDemo(['hostway'], { portBase: 0 });
  const file = join(folder, 'gateway.yaml');
  await writeFile(file, `idempotency: { directory: ${JSON.stringify(join(folder, 'data'))} }\n${demo.config}`);
  const { child, until, ended } = run(['start', '--config', file, '--port', '0'], { NODE_V8_COVERAGE: folder });
  await until(/graphql$/m);
  child.kill('SIGINT');
  expect((await ended).code).toBe(0);
  const coverage = (await readdir(folder)).filter((name) => name.startsWith('coverage-'));
  const loaded = (await Promise.all(coverage.map((name) => loadedSources(join(folder, name))))).flat().join('\n');
  expect(loaded).toContain('/src/providers/hostway/');
  expect(loaded).not.toContain('/src/emulators/');
  expect(loaded).not.toContain('/node_modules/esbuild/');
  expect(loaded).not.toContain('/render-graphiql/');
  await demo.stop();
  await rm(folder, { recursive: true });
});

it('emulates until SIGINT', async () => {
  const { child, until, ended } = run(['emulate', '--only', 'serwersms', '--port-base', '0']);
  const [, url = ''] = await until(/^curl (\S+)\/__emulator/m);
  expect((await fetch(`${url}/__emulator/requests`)).status).toBe(200);
  child.kill('SIGINT');
  expect((await ended).code).toBe(0);
});

it.each<[string, string[], RegExp]>([
  [
    'a config that is not there',
    ['start', '--config', 'nowhere.yaml'],
    /^nowhere\.yaml: cannot be read \(there is no such file\)\n$/,
  ],
  ['a port that is none', ['start', '--port', '70000'], /^error: .*Expected a number from 0 to 65535\.\n/],
  [
    'an option that is not known',
    ['check', '--conifg', 'x'],
    /^error: unknown option '--conifg'\n\(Did you mean --config\?\)/,
  ],
  [
    'a command that there is not',
    ['emulat'],
    /^error: 'emulat' is no command \(there are start, check, schema, emulate, hash-key\); .*--config\n/,
  ],
  [
    'a config without its --config',
    ['start', 'gateway.yaml'],
    /^error: 'gateway.yaml' is no command .*; a config file goes behind --config\n/,
  ],
  ['an emulator that is not known', ['emulate', '--only', 'x'], /^--only: no emulator "x"; there are .*\n$/],
])('L8 %s is one clear line and exit code 1', async (_, args, message) => {
  const { code, out, err } = await run(args).ended;
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(message);
});
