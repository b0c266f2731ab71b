import { afterAll, beforeAll, expect, test } from 'vitest';

import { startIctCore, BASE_PATH, CREDENTIALS } from '../../src/emulators/ictcore/index.js';
import { ictCore } from '../../src/providers/ictcore/index.js';
import { startServer, type TestServer } from '../support/server.js';
import { openRaw, rawRequest } from './raw-http.js';

let emulator: Awaited<ReturnType<typeof startIctCore>>;
let server: TestServer;

beforeAll(async () => {
  emulator = await startIctCore();
  const { username, password } = CREDENTIALS;
  const settings = { auth: { username, password } };
  server = await startServer([{ provider: ictCore, baseUrl: emulator.url + BASE_PATH, settings }]);
});
afterAll(async () => {
  await server.stop();
  await emulator.close();
});

interface Group {
  csvUrl: string;
  contactCount: number;
}

async function firstGroup(): Promise<Group> {
  const { data } = await server.ask('{ groups { nodes { contactCount ... on IctCoreGroup { csvUrl } } } }');
  const [group] = (data as { groups: { nodes: Group[] } }).groups.nodes;
  if (!group) throw new Error('no group');
  return group;
}

const pathOf = (url: string): string => new URL(url).pathname;

test('a group is exported as CSV behind a signed URL that needs no other header', async () => {
  const { csvUrl, contactCount } = await firstGroup();
  expect(csvUrl.startsWith(`${server.url}/media/`)).toBe(true);
  const { status, headers, text } = await server.fetch(pathOf(csvUrl));
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="group_\d+\.csv"$/);
  expect(text.trim().split('\n')).toHaveLength(contactCount);
});

test.each(['a:b:c', 'x"y', '[', ''])('a host that is none, %j, is not answered and breaks nothing', async (host) => {
  const raw = await openRaw(server.url);
  raw.write(
    rawRequest('{ groups { nodes { ... on IctCoreGroup { csvUrl } } } }').replace('host: localhost', `host: ${host}`),
  );
  expect(await raw.until(/}$/m)).toContain('HTTP/1.1 421');
  raw.socket.destroy();
});

test('another verb, a changed token and no token are refused with a sentence, and nothing is asked', async () => {
  const { csvUrl } = await firstGroup();
  const before = emulator.requests.length;
  for (const [path, init] of [
    [pathOf(csvUrl), { method: 'PUT', body: 'x' }],
    [`${pathOf(csvUrl)}x.y`, {}],
    ['/media/', {}],
  ] as const) {
    const { status, errors } = await server.fetch(path, init);
    expect([status, errors?.[0]?.extensions]).toEqual([403, { code: 'FORBIDDEN' }]);
  }
  expect((await server.fetch(pathOf(csvUrl), { method: 'DELETE' })).status).toBe(405);
  expect(emulator.requests).toHaveLength(before);
});

test.each([
  [{ kind: 'status', status: 500 }, 502, 'UPSTREAM_UNAVAILABLE'],
  [{ kind: 'status', status: 404 }, 404, 'NOT_FOUND'],
  [{ kind: 'html' }, 502, 'UPSTREAM_PROTOCOL'],
  [{ kind: 'resetAfterRead' }, 502, 'UPSTREAM_UNAVAILABLE'],
] as const)('a provider that fails with %o is told as %s', async (fault, status, code) => {
  const { csvUrl } = await firstGroup();
  emulator.addFault({ ...fault, path: '/csv' });
  const answer = await server.fetch(pathOf(csvUrl));
  emulator.clearFaults();
  expect([answer.status, answer.errors?.[0]?.extensions?.['code']]).toEqual([status, code]);
});

test('a file that breaks on the way is no short file: the connection breaks too', async () => {
  const { csvUrl } = await firstGroup();
  const { data } = await server.ask('{ groups { nodes { ... on IctCoreGroup { csvSampleUrl } } } }');
  const [{ csvSampleUrl = '' } = {}] = (data as { groups: { nodes: Array<{ csvSampleUrl?: string }> } }).groups.nodes;
  emulator.addFault({ kind: 'truncate', path: '/csv' });
  await expect(server.fetch(pathOf(csvSampleUrl))).rejects.toThrow();
  // A group's is read whole first.
  expect((await server.fetch(pathOf(csvUrl))).status).toBe(502);
  emulator.clearFaults();
});
