import { Readable } from 'node:stream';

import { afterEach, expect, test } from 'vitest';

import { encodeId } from '../../src/graph/values/id.js';
import type { MediaBackend } from '../../src/graph/media/backend.js';
import type { Provider } from '../../src/graph/ports/provider.js';
import { TEST_SERVER } from '../support/gateway.js';
import { startServer, type TestServer } from '../support/server.js';
import { memoryProvider, UNABLE } from '../support/memory-provider.js';
import { unhandledErrorsDuring } from '../support/unhandled-errors.js';
import { openRaw } from './raw-http.js';
import { createMediaSigner } from '../../src/graph/media/signer.js';

let server: TestServer | undefined;
afterEach(() => server?.stop(0));

const signer = createMediaSigner(Buffer.from(TEST_SERVER.mediaSecret ?? ''));
const pathFor = (verb: 'GET' | 'PUT'): string => signer.sign(verb, encodeId('memory', 'message', '1')).path;

/** A server over a provider in memory that takes or gives files so. */
async function serve(files: Partial<MediaBackend>): Promise<TestServer> {
  const filing: Provider = {
    ...memoryProvider,
    open: (options) => {
      const openProvider = memoryProvider.open(options);
      const none = (): Promise<never> => Promise.reject(new Error('none'));
      const media: MediaBackend = { uploads: ['message'], upload: none, download: none, ...files };
      return { ...openProvider, backends: { ...openProvider.backends, media } };
    },
  };
  const settings = { rows: [], abilities: UNABLE };
  const timeouts = { headersMs: 1000, requestMs: 1000, idleMs: 50, checkIntervalMs: 1000 };
  return (server = await startServer([{ provider: filing, baseUrl: 'http://127.0.0.1:9', settings }], { timeouts }));
}

test('a client that goes before its file is wanted, as during a log-in, does not take the process with it', async () => {
  let begun = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (begun = resolve));
  let ended = (): void => undefined;
  const over = new Promise<void>((resolve) => (ended = resolve));
  const { url } = await serve({
    upload: (_, _upload, { signal }) =>
      new Promise((_resolve, reject) => {
        begun();
        signal?.addEventListener('abort', () => {
          reject(new Error('nobody waits any more'));
          ended();
        });
      }),
  });
  const unhandled = await unhandledErrorsDuring(async () => {
    const raw = await openRaw(url);
    raw.write(`PUT ${pathFor('PUT')} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\nhalf`);
    await waiting;
    raw.socket.destroy();
    await over;
  });
  expect(unhandled).toEqual([]);
});

test('a client that no longer reads its file is let go, and the provider with it', async () => {
  const body = Readable.from(endless());
  const ended = new Promise((resolve) => body.once('close', resolve));
  const { url } = await serve({
    download: async () => ({ contentType: 'audio/wav', length: undefined, fileName: 'endless.wav', body }),
  });
  const raw = await openRaw(url);
  raw.socket.pause();
  raw.write(`GET ${pathFor('GET')} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
  await ended;
  raw.socket.resume();
  expect(await raw.closed).toMatch(/^HTTP\/1.1 200 /);
});

test('a file for a client that has gone is let go, although another answer of its connection comes first', async () => {
  const body = Readable.from(endless());
  const ended = new Promise((resolve) => body.once('close', resolve));
  let begun = 0;
  let secondBegun = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (secondBegun = resolve));
  const { url } = await serve({
    download: async (_, { signal }) => {
      const isSecond = (begun += 1) === 2;
      if (isSecond) secondBegun();
      // It is there when nobody wants it any more.
      await new Promise<void>((resolve) => {
        signal?.addEventListener('abort', () => setImmediate(resolve));
      });
      if (!isSecond) throw new Error('too late for the first');
      return { contentType: 'audio/wav', length: undefined, fileName: 'endless.wav', body };
    },
  });
  const raw = await openRaw(url);
  raw.write(`GET ${pathFor('GET')} HTTP/1.1\r\nhost: localhost\r\n\r\n`.repeat(2));
  await waiting;
  raw.socket.destroy();
  await ended;
});

test('a file whose type no header can carry is an error, and lets the provider go', async () => {
  const body = Readable.from(endless());
  const ended = new Promise((resolve) => body.once('close', resolve));
  const { fetch } = await serve({
    download: async () => ({ contentType: 'audio/ż', length: undefined, fileName: 'endless.wav', body }),
  });
  expect((await fetch(pathFor('GET'))).status).toBe(500);
  await ended;
});

function* endless(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(64 * 1024);
}
