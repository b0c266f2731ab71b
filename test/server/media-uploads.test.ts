import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { BASE_PATH, CREDENTIALS, startIctCore } from '../../src/emulators/ictcore/index.js';
import { encodeId } from '../../src/graph/values/id.js';
import { ictCore } from '../../src/providers/ictcore/index.js';
import { startServer, type TestServer } from '../support/server.js';
import { openRaw } from './raw-http.js';

const REQUEST_MS = 60;
const IDLE_MS = 300;
const ID = encodeId('ictcore', 'message', 'recording/1');

let emulator: Awaited<ReturnType<typeof startIctCore>>;
let server: TestServer;

beforeAll(async () => {
  emulator = await startIctCore();
  server = await startServer(
    [{ provider: ictCore, baseUrl: emulator.url + BASE_PATH, settings: { auth: { ...CREDENTIALS } } }],
    { timeouts: { headersMs: 1_000, requestMs: REQUEST_MS, idleMs: IDLE_MS, checkIntervalMs: 20 } },
  );
});
afterAll(async () => {
  await server.stop();
  await emulator.close();
});

/** The beginning of an upload of so many bytes, by hand. */
async function begin(length: number) {
  const { data } = await server.ask(`mutation { createMediaUpload(messageId: "${ID}") { url } }`);
  const { url } = (data as { createMediaUpload: { url: string } }).createMediaUpload;
  const raw = await openRaw(server.url);
  const head = [`PUT ${new URL(url).pathname} HTTP/1.1`, 'host: localhost', 'content-type: audio/wav'];
  raw.write([...head, `content-length: ${length}`, '', ''].join('\r\n'));
  return raw;
}

async function stored(): Promise<string> {
  const { data } = await server.ask(`{ node(id: "${ID}") { ... on Recording { mediaUrl } } }`);
  const { mediaUrl } = (data as { node: { mediaUrl: string } }).node;
  return (await server.fetch(new URL(mediaUrl).pathname)).text;
}

test('an upload may take longer than any other request, as long as it goes on', async () => {
  const raw = await begin(8);
  for (const piece of ['ab', 'cd', 'ef', 'gh']) {
    await pause(REQUEST_MS / 2);
    raw.write(piece);
  }
  expect(await raw.until(/stored/)).toMatch(/^HTTP\/1.1 200 /);
  raw.socket.destroy();
  expect(await stored()).toBe('abcdefgh');
});

test('an upload that stands still is ended with a 408, and the file that was there stays', async () => {
  const before = await stored();
  const raw = await begin(8);
  raw.write('xy');
  const answer = await raw.closed;
  expect(answer).toMatch(/^HTTP\/1.1 408 /);
  expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
    errors: [{ extensions: { code: 'BAD_REQUEST' } }],
  });
  expect(await stored()).toBe(before);
});

test('a client that leaves in the middle of its file leaves the file that was there', async () => {
  const before = await stored();
  const raw = await begin(8);
  raw.write('xy');
  raw.socket.destroy();
  await raw.closed;
  expect(await stored()).toBe(before);
  expect(server.lines).toEqual([]);
  const { data } = await server.ask('{ upstreams { state } }');
  expect(data).toEqual({ upstreams: [{ state: 'UP' }] });
});
