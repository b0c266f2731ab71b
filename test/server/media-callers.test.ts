import { afterAll, beforeAll, expect, test } from 'vitest';

import { BASE_PATH, CREDENTIALS, startIctCore, USER_CREDENTIALS } from '../../src/emulators/ictcore/index.js';
import { encodeId } from '../../src/graph/values/id.js';
import { ictCore } from '../../src/providers/ictcore/index.js';
import { startServer, type TestServer } from '../support/server.js';

const HEADER = 'x-pbx-login';
const loginOf = ({ username, password }: typeof CREDENTIALS | typeof USER_CREDENTIALS) => ({
  [HEADER]: `${username}:${password}`,
});
const [ANNA, BERT] = [loginOf(CREDENTIALS), loginOf(USER_CREDENTIALS)];
const RECORDING = encodeId('pbx', 'message', 'recording/1');
const GROUP = encodeId('pbx', 'group', '1');

let emulator: Awaited<ReturnType<typeof startIctCore>>;
let server: TestServer;

beforeAll(async () => {
  emulator = await startIctCore();
  server = await startServer([
    {
      provider: ictCore,
      name: 'pbx',
      baseUrl: emulator.url + BASE_PATH,
      settings: { auth: { username: 'nobody', password: 'never-sent' } },
      callerHeader: HEADER,
    },
  ]);
});
afterAll(async () => {
  await server.stop();
  await emulator.close();
});

async function sign(field: string, headers: Record<string, string>): Promise<string> {
  const { data, text } = await server.ask(`mutation { signed: ${field} { url userErrors { message } } }`, { headers });
  const { url } = (data as { signed: { url: string | null } }).signed;
  if (url === null) throw new Error(text);
  return new URL(url).pathname;
}

/** Who logged in at the server since then, and what of it was asked for. */
const sentSince = (before: number) => emulator.requests.slice(before).map(({ path }) => path.replace(BASE_PATH, ''));

test('a URL takes a file with the credential that it was asked for with, and neither without nor with another', async () => {
  const init = { method: 'PUT', body: 'abc' };
  const type = { 'content-type': 'audio/wav' };
  const path = await sign(`createMediaUpload(messageId: "${RECORDING}")`, ANNA);
  const before = emulator.requests.length;
  const bare = await server.fetch(path, { ...init, headers: type });
  expect([bare.status, bare.errors]).toMatchObject([502, [{ extensions: { code: 'UPSTREAM_AUTH' } }]]);
  expect(bare.text).toContain(HEADER);
  const other = await server.fetch(path, { ...init, headers: { ...type, ...BERT } });
  expect([other.status, other.errors]).toMatchObject([403, [{ extensions: { code: 'FORBIDDEN' } }]]);
  expect(sentSince(before)).toEqual([]);
  const own = await server.fetch(path, { ...init, headers: { ...type, ...ANNA } });
  expect([own.status, sentSince(before)]).toEqual([200, ['/messages/recordings/1/media']]);
});

test('so it is with a file that is read, and with one that is imported', async () => {
  const { data } = await server.ask(`{ node(id: "${RECORDING}") { ... on Recording { mediaUrl } } }`, {
    headers: ANNA,
  });
  const reading = new URL((data as { node: { mediaUrl: string } }).node.mediaUrl).pathname;
  const importing = await sign(`createGroupImport(groupId: "${GROUP}")`, ANNA);
  const file = { method: 'PUT', body: '+48500111222\n' };
  for (const [path, init, type] of [
    [reading, {}, {}],
    [importing, file, { 'content-type': 'text/csv' }],
  ] as const) {
    const before = emulator.requests.length;
    const statuses: number[] = [];
    for (const headers of [{}, BERT]) {
      statuses.push((await server.fetch(path, { ...init, headers: { ...type, ...headers } })).status);
    }
    expect([statuses, sentSince(before)]).toEqual([[502, 403], []]);
    expect((await server.fetch(path, { ...init, headers: { ...type, ...ANNA } })).status).toBe(200);
  }
});

test('a URL tells nothing of the credential that it was asked for with', async () => {
  const token = (await sign(`createMediaUpload(messageId: "${RECORDING}")`, ANNA)).replace('/media/', '');
  const claim = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString();
  for (const text of [CREDENTIALS.username, CREDENTIALS.password]) expect(token + claim).not.toContain(text);
});
