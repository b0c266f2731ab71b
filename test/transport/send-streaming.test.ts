import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';

import { afterEach, expect, test } from 'vitest';

import type { UpstreamRequest } from '../../src/transport/exchange.js';
import { closeAll, listen, open } from './sockets.js';
import { failureOf, request } from './scripted-exchange.js';

afterEach(closeAll);

const CHUNK = randomBytes(64 * 1024);
const flowing = (change: Partial<UpstreamRequest> = {}, body?: Readable): UpstreamRequest =>
  request({ method: 'PUT', effect: 'replaces', stream: { body, idleTimeoutMs: 2_000 }, ...change });

async function hashOf(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

test('a body flows through in both directions, byte for byte', async () => {
  const port = await listen(createServer((incoming, outgoing) => incoming.pipe(outgoing)));
  const chunks = Array.from({ length: 200 }, () => CHUNK);
  const { status, bodyStream } = await open(port).send(flowing({}, Readable.from(chunks)));
  expect(status).toBe(200);
  expect(await hashOf(bodyStream ?? Readable.from([]))).toBe(await hashOf(Readable.from(chunks)));
});

test('a refusal is read whole, so that it can be judged like any answer', async () => {
  const port = await listen(
    createServer((incoming, outgoing) => {
      incoming.resume().on('end', () => outgoing.writeHead(415).end('{"error":{"code":415}}'));
    }),
  );
  const answer = await open(port).send(flowing({}, Readable.from([CHUNK])));
  expect(answer).toMatchObject({ status: 415, body: Buffer.from('{"error":{"code":415}}') });
  expect(answer.bodyStream).toBeUndefined();
});

test('an upload is sent once: what was read already is refused, not sent empty', async () => {
  let hits = 0;
  const port = await listen(
    createServer((incoming, outgoing) => {
      hits += 1;
      incoming.resume().on('end', () => outgoing.end());
    }),
  );
  const { send } = open(port);
  const body = Readable.from([CHUNK]);
  await send(flowing({}, body));
  expect(await failureOf(send(flowing({}, body)))).toMatchObject({ kind: 'auth', status: 401 });
  expect(hits).toBe(1);
});

test('a download that breaks is an error in the stream, not a short file', async () => {
  const port = await listen(
    createServer((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-length': 10 * CHUNK.length });
      outgoing.write(CHUNK, () => outgoing.destroy());
    }),
  );
  const { bodyStream } = await open(port).send(flowing({ method: 'GET', effect: 'reads' }));
  await expect(hashOf(bodyStream ?? Readable.from([]))).rejects.toThrow();
});

test('silence ends a transfer, and so does an abort', async () => {
  const port = await listen(createServer(() => undefined));
  const { send } = open(port);
  expect(await failureOf(send(flowing({ stream: { idleTimeoutMs: 50 } })))).toMatchObject({ kind: 'timeout' });
  const reason = new Error('the client went away');
  await expect(send(flowing({ callOptions: { signal: AbortSignal.abort(reason) } }))).rejects.toBe(reason);
});

test('files that nobody reads hold no socket of calls', async () => {
  const port = await listen(
    createServer(({ url }, outgoing) => {
      if (url === '/list') outgoing.end('[]');
      else for (let chunk = 0; chunk < 200; chunk += 1) outgoing.write(CHUNK);
    }),
  );
  const { send } = open(port);
  const files = await Promise.all([1, 2, 3, 4].map(() => send(flowing({ method: 'GET', path: '/file' }))));
  expect(await send(request({ path: '/list' }))).toMatchObject({ status: 200 });
  for (const { bodyStream } of files) bodyStream?.destroy();
});
