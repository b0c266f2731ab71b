import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { startServer, type HttpAnswer, type TestServer } from '../../support/server.js';
import { startLoopbackUpstream, type LoopbackUpstream } from '../test-provider.js';

let loopback: LoopbackUpstream;
let root: string;
const started: TestServer[] = [];

beforeAll(async () => {
  loopback = await startLoopbackUpstream();
  root = await mkdtemp(join(tmpdir(), 'trunkline-documents-'));
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});
afterAll(async () => {
  await loopback.close();
  await rm(root, { recursive: true });
});

let folders = 0;
async function save(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(root, String((folders += 1)));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

async function serve(directory: string, only: boolean): Promise<TestServer> {
  const server = await startServer([loopback.upstream], { serve: { documents: { directory, only } } });
  started.push(server);
  return server;
}

const post = (server: TestServer, body: unknown): Promise<HttpAnswer> =>
  server.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const get = (server: TestServer, params: Record<string, string>): Promise<HttpAnswer> =>
  server.fetch(`/graphql?${new URLSearchParams(params).toString()}`, { headers: { 'apollo-require-preflight': '1' } });
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const byHash = (sha256Hash: string): object => ({ persistedQuery: { version: 1, sha256Hash } });

const NAMES = 'query Names($first: Int = 2) { contacts(first: $first) { nodes { displayName } } }\n';
const TWO = { contacts: { nodes: [{ displayName: 'Anna' }, { displayName: 'Bruno' }] } };
const ONE = { contacts: { nodes: [{ displayName: 'Anna' }] } };

describe.each([
  ['a folder', { 'names.graphql': NAMES }, '', hashOf(NAMES)],
  ['a folder below', { 'contacts/names.gql': NAMES }, '', hashOf(NAMES)],
  ['a manifest of Relay', { 'persisted.json': JSON.stringify({ 'md5-1': NAMES }) }, 'persisted.json', 'md5-1'],
  [
    'a manifest of Apollo in a folder',
    {
      'manifest.json': JSON.stringify({
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: [{ id: 'names', name: 'Names', type: 'query', body: NAMES }],
      }),
    },
    '',
    'names',
  ],
])('documents of %s', (_, files, at, id) => {
  it.each([true, false])('run by their id; only: %s', async (only) => {
    const server = await serve(join(await save(files), at), only);
    const asked = [
      post(server, { documentId: id }),
      post(server, { extensions: byHash(id) }),
      post(server, { extensions: byHash(id), query: NAMES }),
      get(server, { documentId: id }),
      get(server, { extensions: JSON.stringify(byHash(id)) }),
    ];
    expect((await Promise.all(asked)).map(({ data }) => data)).toEqual(Array.from(asked, () => TWO));
    expect((await post(server, { documentId: id, variables: { first: 1 } })).data).toEqual(ONE);
    expect((await get(server, { documentId: id, variables: '{"first":1}' })).data).toEqual(ONE);
  });
});

describe('documents.only', () => {
  it('runs a document that is sent in full, letter by letter', async () => {
    const server = await serve(await save({ 'names.graphql': NAMES }), true);
    expect((await post(server, { query: NAMES })).data).toEqual(TWO);
    expect((await get(server, { query: NAMES })).data).toEqual(TWO);
  });

  it('runs nothing else', async () => {
    const server = await serve(await save({ 'names.graphql': NAMES }), true);
    const other = '{ __typename }';
    const asked = [
      post(server, { query: other }),
      post(server, { query: `${NAMES} ` }),
      post(server, { query: other, documentId: hashOf(NAMES) }),
      post(server, { query: other, extensions: byHash(hashOf(NAMES)) }),
      post(server, { query: other, extensions: byHash(hashOf(other)) }),
      post(server, { extensions: byHash(hashOf(other)) }),
      post(server, { documentId: hashOf(other) }),
      post(server, { documentId: [hashOf(NAMES)] }),
      post(server, { documentId: '__proto__' }),
      post(server, { query: [NAMES] }),
      post(server, [{ query: NAMES }]),
      post(server, {}),
      get(server, { query: other }),
      get(server, { query: other, extensions: '{' }),
      server.fetch(`/graphql?query=${encodeURIComponent(other)}&query=${encodeURIComponent(NAMES)}`, {
        headers: { 'apollo-require-preflight': '1' },
      }),
      server.fetch('/graphql', { method: 'POST', body: JSON.stringify({ query: other }) }),
      server.ask(other, { headers: { 'x-trunkline-plan': '1' } }),
    ];
    const answers = await Promise.all(asked);
    expect(answers.map(({ status, data }) => [status, data])).toEqual(Array.from(asked, () => [400, undefined]));
    expect(answers[0]?.errors).toEqual([
      {
        message: expect.stringMatching(/^This gateway runs only the operations that it stores: /) as unknown,
        extensions: { code: 'BAD_REQUEST' },
      },
    ]);
  });

  it('says so on its page, which lists what may be asked', async () => {
    const server = await serve(await save({ 'm.json': JSON.stringify({ '<script>': NAMES }) }), true);
    const page = await server.fetch('/graphql', { headers: { accept: 'text/html' } });
    expect(page.text).toContain('This gateway runs only the operations that it stores');
    expect(page.text).toContain('<td>query</td><td>Names</td><td><code>&lt;script&gt;</code></td>');
    expect((await server.fetch('/graphiql', { headers: { accept: 'text/html' } })).status).toBe(404);
  });
});

describe('documents beside others', () => {
  it('refuses an id that it does not store, and a text that is not that of its id', async () => {
    const server = await serve(await save({ 'names.graphql': NAMES }), false);
    const refused = [
      post(server, { documentId: hashOf('{ __typename }') }),
      post(server, { documentId: hashOf(NAMES), query: '{ __typename }' }),
      post(server, { documentId: hashOf(NAMES), extensions: byHash(hashOf(NAMES)) }),
    ];
    expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([400, 400, 400]);
    expect((await post(server, { query: '{ __typename }' })).data).toEqual({ __typename: 'Query' });
  });
});

describe('a document that would be refused', () => {
  const twenty = Array.from({ length: 21 }, (_, at) => `a${at}: __typename`).join(' ');
  it.each<[string, Record<string, string>, RegExp]>([
    ['does not parse', { 'a.graphql': '{\n  contacts(' }, /a\.graphql:2: Syntax Error/],
    ['has too many tokens', { 'a.graphql': `{ ${'a '.repeat(2100)}}` }, /a\.graphql:1: .*2000 tokens/],
    ['does not fit the schema', { 'b.graphql': '{ nobody }' }, /b\.graphql: Cannot query field "nobody"/],
    ['has no operation', { 'c.graphql': 'fragment a on Query { __typename }' }, /c\.graphql: /],
    ['is beyond a limit', { 'd.graphql': `{ ${twenty} }` }, /d\.graphql: .* at most 20 fields at its root, not 21/],
    [
      'is beyond a limit by a default',
      {
        'd.graphql': `query A($n: Int = 1000) { ${[1, 2, 3, 4, 5, 6].map((at) => `a${at}: contacts(first: $n) { nodes { groups { name } } }`).join(' ')} }`,
      },
      /d\.graphql: .* rows/,
    ],
    ['has a wrong argument', { 'e.graphql': '{ contacts(first: 1001) { totalCount } }' }, /e\.graphql: .*1000/],
    ['is no manifest', { 'f.json': '[1]' }, /f\.json: expected a manifest/],
    ['is no JSON', { 'f.json': '{' }, /f\.json: not JSON/],
    ['has no text', { 'f.json': '{ "id": 1 }' }, /f\.json: "id" is no document/],
    [
      'has the id of another',
      { 'g.json': `{"a":${JSON.stringify(NAMES)}}`, 'h.json': '{"a":"{ __typename }"}' },
      /h\.json \(a\): another document has the same id/,
    ],
    ['is not there', { 'readme.md': '' }, /there is no document in it/],
  ])('keeps the gateway from starting where it %s', async (_, files, reason) => {
    await expect(serve(await save(files), false)).rejects.toThrow(reason);
  });

  it('is told with all others', async () => {
    const folder = await save({ 'a.graphql': '{ nobody }', 'b.graphql': '{ nothing }', 'c.graphql': NAMES });
    await expect(serve(folder, true)).rejects.toThrow(/a\.graphql: .*\n.*b\.graphql: /);
  });

  it('keeps the gateway from starting where its folder is missing', async () => {
    await expect(serve(join(root, 'missing'), true)).rejects.toThrow(/missing: no such folder or manifest/);
  });
});
