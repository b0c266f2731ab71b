import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { check } from '../../src/commands/check.js';
import { startDemo, type Demo } from '../../src/commands/demo.js';
import { writeSchema } from '../../src/commands/schema.js';
import { start } from '../../src/commands/start.js';
import { EMULATORS } from '../../src/emulators/index.js';
import { FIRST_QUERY } from '../../src/server/first-query.js';
import { createTestContext, failureOf } from './test-context.js';

const KEYS = `auth: { keys: { one: { sha256: ${'ab'.repeat(32)}, scopes: [read] } } }\n`;

let folder: string;
let demo: Demo;
/** A config file of all emulators. */
let good: string;
/** The same as text, with a folder for its writes. */
let keeping: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
  demo = await startDemo(EMULATORS, { portBase: 0 });
  keeping = `idempotency: { directory: ${JSON.stringify(join(folder, 'data'))} }\n${demo.config}`;
  good = await save('good.yaml', keeping);
});

afterAll(async () => {
  await demo.stop();
  await rm(folder, { recursive: true });
});

async function save(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

describe('check', () => {
  it('asks every upstream and shows a row for each', async () => {
    const context = createTestContext();
    expect(await check({ config: good }, context)).toBe(0);
    const [table = '', verdicts = ''] = context.printed().split('\n\n');
    const [head, ...rows] = table.trimEnd().split('\n');
    expect(head).toMatch(/^ {2}UPSTREAM +PROVIDER +BASE URL +MS +RESULT$/);
    expect(rows.map((row) => row.trim().split(/ {2,}/))).toEqual(
      [...demo.emulators.entries()].map(([at, { name, baseUrl }]) => [
        ['monitoring', 'cloud', 'mail', 'pbx', 'sms'][at],
        name,
        baseUrl,
        expect.stringMatching(/^\d+$/) as unknown,
        'ok',
      ]),
    );
    expect(new Set([head, ...rows].map((row) => row?.search(/\S+$/)))).toHaveProperty('size', 1);
    expect(verdicts).toMatch(/^How servers compare .*\n {2}UPSTREAM +LIST +COMPARISON +VERDICT\n/);
    expect(verdicts).toMatch(/^ {2}mail +contact +searchEmail +letter cases are alike: pushed down$/m);
    expect(verdicts).toMatch(/^ {2}sms +group +name +letter cases are alike: pushed down$/m);
  });

  it('asks emulators of its own where there is no config', async () => {
    const context = createTestContext();
    expect(await check({}, context)).toBe(0);
    expect(context.printed().match(/ ok$/gm)).toHaveLength(EMULATORS.length);
  });

  it('is 1 when one does not answer or does not know us, and repeats no credential', async () => {
    const text = demo.config.replace(/password: .*cloudsigma-demo.*/, 'password: wrong-secret');
    const closed = text.replace(/(provider: hostway\s+baseUrl: \S+:)\d+/, '$11');
    const context = createTestContext();
    expect(await check({ config: await save('wrong.yaml', closed) }, context)).toBe(1);
    expect(context.printed()).toMatch(/^ {2}cloud +.* UPSTREAM_AUTH: /m);
    expect(context.printed()).toMatch(/^ {2}mail +.* UPSTREAM_UNAVAILABLE: /m);
    expect(context.printed().match(/ ok$/gm)).toHaveLength(EMULATORS.length - 2);
    expect(context.printed()).not.toContain('wrong-secret');
  });

  it('points at the base URL where nothing is found', async () => {
    const context = createTestContext();
    const text = demo.config.replace('/api/2.0', '/api/20').replace(/\/api$/m, '/ap');
    expect(await check({ config: await save('elsewhere.yaml', text) }, context)).toBe(1);
    const lines = context.printed().split('\n');
    const doubtful = lines.filter((line) => line.endsWith('; is the path of baseUrl right?'));
    expect(doubtful.map((line) => line.trim().split(' ')[0])).toEqual(['cloud', 'pbx']);
  });

  it('tells all that is wrong with a config', async () => {
    const file = await save('bad.yaml', 'upstreams:\n  a: { provider: hostway }\n  b: { provider: nobody }\n');
    const printed = await failureOf(check({ config: file }, createTestContext()));
    expect(printed.trimEnd().split('\n').length).toBeGreaterThan(3);
    expect(printed).toContain(`${file}:3 upstreams.b.provider: unknown provider; there are hosttracker, cloudsigma`);
  });
});

describe('schema', () => {
  it('prints the same SDL each time, and writes it where it is told to', async () => {
    const contexts = [createTestContext(), createTestContext()] as const;
    for (const context of contexts) await writeSchema({}, context);
    const file = join(folder, 'schema.graphql');
    await writeSchema({ out: file }, createTestContext());
    const [one, other] = contexts.map((context) => context.printed());
    expect(one).toBe(other);
    expect(await readFile(file, 'utf8')).toBe(one);
    expect(one).toMatch(/^# The schema of Trunkline/);
    expect(
      buildSchema(one ?? '')
        .getQueryType()
        ?.getFields(),
    ).toHaveProperty('contacts');
  });

  it('says where it cannot write', async () => {
    const out = join(folder, 'nowhere', 'schema.graphql');
    expect(await failureOf(writeSchema({ out }, createTestContext()))).toBe(`${out}: cannot be written (ENOENT)\n`);
  });
});

describe('start', () => {
  const ask = async (url: string): Promise<Record<string, { totalCount: number; sources: Array<{ ok: boolean }> }>> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: FIRST_QUERY }),
    });
    const { data, errors } = (await answer.json()) as { data: never; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };

  it('without a config answers the first query over all five emulators', async () => {
    const { url, greeting, stop } = await start({ port: 0, portBase: 0 }, createTestContext());
    expect(greeting).toContain(`  ${url}/graphql\n`);
    expect(greeting).toContain('Stop "monitoring" to see');
    const control = /curl -X POST (\S+) -d '(.*)'/.exec(greeting) ?? [];
    const { contacts } = await ask(url);
    expect(contacts?.sources.map(({ ok }) => ok)).toEqual(EMULATORS.map(() => true));
    expect(contacts?.totalCount).toBeGreaterThan(100);
    // What it tells people to try stops and heals one.
    expect((await fetch(control[1] ?? '', { method: 'POST', body: control[2] ?? '' })).status).toBe(200);
    const partial = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
      body: JSON.stringify({ query: '{ contacts { nodes { id } sources { ok } } }' }),
    });
    expect(await partial.text()).toContain('"ok":false');
    expect((await fetch(control[1] ?? '', { method: 'DELETE' })).status).toBe(200);
    await ask(url);
    await stop();
    await expect(fetch(url)).rejects.toThrow();
    await expect(fetch(control[1] ?? '')).rejects.toThrow();
  });

  it('with documents only runs all of schema/operations, and nothing else', async () => {
    const documents = 'documents: { directory: schema/operations, only: true }\n';
    const file = await save('documents.yaml', documents + keeping);
    const { url, stop } = await start({ config: file, port: 0 }, createTestContext());
    const post = async (query: string): Promise<number> => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).status;
    };
    expect(await post(await readFile('schema/operations/upstreams.graphql', 'utf8'))).toBe(200);
    expect(await post('{ __typename }')).toBe(400);
    await stop();
  });

  it('does not start over a document that does not fit', async () => {
    const manifest = await save('manifest.json', '{ "a": "{ nobody }" }');
    const file = await save('broken.yaml', `documents: { directory: ${JSON.stringify(manifest)} }\n${keeping}`);
    const failure = await failureOf(start({ config: file, port: 0 }, createTestContext()));
    expect(failure).toContain(`${manifest} (a): Cannot query field "nobody" on type "Query".`);
  });

  it('with a config stands where that says, or where the command says', async () => {
    const context = createTestContext({ HOST: '127.0.0.1' });
    const file = await save(
      'hosted.yaml',
      `server: { host: "\${HOST}", port: 0, publicUrl: https://graph.example }\n${keeping}`,
    );
    const { url, greeting, stop } = await start({ config: file, host: 'localhost' }, context);
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(greeting).toContain('  https://graph.example/graphql\n');
    expect(greeting).not.toContain('emulator');
    await ask(url);
    expect(
      await failureOf(
        start({ config: file, port: Number(new URL(url).port) }, createTestContext({ HOST: '127.0.0.1' })),
      ),
    ).toMatch(/^port \d+ of 127.0.0.1 is taken: choose another with --port/);
    await stop();
  });

  it('does not begin without a place for its writes', async () => {
    const file = await save('homeless.yaml', `idempotency: { directory: ${JSON.stringify(good)} }\n${demo.config}`);
    expect(await failureOf(start({ config: file, port: 0 }, createTestContext()))).toMatch(
      /^the store of operations: .*good\.yaml/,
    );
  });

  it('says that an address is not of this machine', async () => {
    expect(
      await failureOf(
        start({ config: await save('known.yaml', KEYS + keeping), host: '192.0.2.1', port: 0 }, createTestContext()),
      ),
    ).toMatch(/^192\.0\.2\.1 is no address of this machine/);
  });
});

describe('an address that other machines reach', () => {
  it('is refused without a log-in, with what to do', async () => {
    const refused = await failureOf(start({ config: good, port: 0, host: '0.0.0.0' }, createTestContext()));
    expect(refused).toMatch(
      /^"0\.0\.0\.0" is an address that other machines reach, and without "auth" .* listen on 127\.0\.0\.1/,
    );
    expect(refused.trimEnd()).not.toContain('\n');
  });

  it('is listened on where callers are known', async () => {
    const open = await save('open.yaml', KEYS + keeping);
    const { url, stop } = await start({ config: open, port: 0, host: '0.0.0.0' }, createTestContext());
    const answer = await fetch(`${url.replace('0.0.0.0', '127.0.0.1')}/graphql?query={__typename}`);
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    await stop(0);
  });
});
