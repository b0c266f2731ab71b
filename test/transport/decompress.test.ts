import { once } from 'node:events';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import { afterEach, describe, expect, test } from 'vitest';

import { closeAll, http } from './sockets.js';
import { failureOf, request } from './scripted-exchange.js';

afterEach(closeAll);

const TEXT = Buffer.from(JSON.stringify({ name: 'Łukasz', pad: 'x'.repeat(5000) }));
const ENCODED: ReadonlyArray<readonly [encoding: string, body: Buffer]> = [
  ['gzip', gzipSync(TEXT)],
  ['x-gzip', gzipSync(TEXT)],
  ['GZIP', gzipSync(TEXT)],
  ['br', brotliCompressSync(TEXT)],
  ['deflate', deflateSync(TEXT)],
  ['deflate', deflateRawSync(TEXT)],
  ['gzip, br', brotliCompressSync(gzipSync(TEXT))],
  ['deflate,gzip', gzipSync(deflateRawSync(TEXT))],
  ['identity', TEXT],
  ['gzip, identity', gzipSync(TEXT)],
];

describe.each(ENCODED)('a body that is compressed with %s though nobody asked', (encoding, body) => {
  const serve = (limit?: number) =>
    http((_, outgoing) => outgoing.writeHead(200, { 'content-encoding': encoding }).end(body), limit);

  test('is decoded', async () => {
    const answer = await (await serve())(request());
    expect(answer.body.equals(TEXT)).toBe(true);
  });

  test('is held to the limit by what is decoded', async () => {
    const failure = await failureOf((await serve(TEXT.length - 1))(request()));
    expect(failure).toMatchObject({ kind: 'protocol', message: expect.stringContaining(`more than`) as string });
    expect((await (await serve(TEXT.length))(request())).body).toHaveLength(TEXT.length);
  });

  test('is decoded as it flows', async () => {
    const { bodyStream, headers } = await (await serve())(request({ stream: { idleTimeoutMs: 5000 } }));
    const chunks: Buffer[] = [];
    for await (const chunk of bodyStream ?? []) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(TEXT)).toBe(true);
    if (encoding !== 'identity') expect(headers).not.toHaveProperty('content-length');
  });
});

test('U6 a bomb is refused, and never held', async () => {
  const limit = 1024 * 1024;
  const bomb = gzipSync(gzipSync(Buffer.alloc(40 * limit)));
  const send = await http(
    (_, outgoing) => outgoing.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(bomb),
    limit,
  );
  const before = process.memoryUsage().arrayBuffers;
  expect(await failureOf(send(request()))).toMatchObject({ kind: 'protocol' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * limit);
});

test.each([
  ['gzip', gzipSync(TEXT).subarray(0, 40)],
  ['br', Buffer.from('no such thing')],
  ['gzip', TEXT],
  ['zstd', TEXT],
  ['gzip, gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(gzipSync(TEXT))))],
])('what can not be decoded is unreadable and quoted by nobody (%s)', async (encoding, body) => {
  const send = await http((_, outgoing) => outgoing.writeHead(200, { 'content-encoding': encoding }).end(body));
  const failure = await failureOf(send(request()));
  expect(failure).toMatchObject({ kind: 'protocol', status: 200, sent: 'unknown' });
  expect(String(failure)).not.toContain('zstd');
});

test('no body is no compressed body', async () => {
  const send = await http((_, outgoing) => outgoing.writeHead(204, { 'content-encoding': 'gzip' }).end());
  expect(await send(request())).toMatchObject({ status: 204, body: Buffer.alloc(0) });
});

test('a file that is broken within ends in an error, and not as a short file', async () => {
  const send = await http((_, outgoing) =>
    outgoing.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(TEXT).subarray(0, 60)),
  );
  const { bodyStream } = await send(request({ stream: { idleTimeoutMs: 5000 } }));
  bodyStream?.resume();
  expect(bodyStream && (await once(bodyStream, 'error'))).toMatchObject([expect.any(Error)]);
});
