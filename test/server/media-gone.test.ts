import { afterEach, expect, test } from 'vitest';

import { encodeId } from '../../src/graph/id.js';
import { createMediaSigner, type MediaBackend } from '../../src/graph/media/media.js';
import type { Provider } from '../../src/graph/provider.js';
import { TEST_SERVER } from '../support/gateway.js';
import { startServer, type TestServer } from '../support/server.js';
import { toy, UNABLE } from '../support/toy.js';
import { unheardDuring } from '../support/unheard.js';
import { openRaw } from './raw.js';

let server: TestServer | undefined;
afterEach(() => server?.stop(0));

/** A server over a toy that takes files so. */
async function serve(upload: MediaBackend['upload']): Promise<TestServer> {
  const filing: Provider = {
    ...toy,
    open: (opening) => {
      const opened = toy.open(opening);
      const media: MediaBackend = { uploads: ['message'], upload, download: () => Promise.reject(new Error('none')) };
      return { ...opened, backends: { ...opened.backends, media } };
    },
  };
  const settings = { rows: [], abilities: UNABLE };
  return (server = await startServer([{ provider: filing, baseUrl: 'http://127.0.0.1:9', settings }]));
}

test('a client that goes before its file is wanted, as during a log-in, does not take the process with it', async () => {
  let begun = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (begun = resolve));
  let ended = (): void => undefined;
  const over = new Promise<void>((resolve) => (ended = resolve));
  const { url } = await serve(
    (_, _upload, { signal }) =>
      new Promise((_resolve, reject) => {
        begun();
        signal?.addEventListener('abort', () => {
          reject(new Error('nobody waits any more'));
          ended();
        });
      }),
  );
  const signer = createMediaSigner(Buffer.from(TEST_SERVER.mediaSecret ?? ''));
  const { path } = signer.sign('PUT', encodeId('toy', 'message', '1'));
  const unheard = await unheardDuring(async () => {
    const raw = await openRaw(url);
    raw.write(`PUT ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nhalf`);
    await waiting;
    raw.socket.destroy();
    await over;
  });
  expect(unheard).toEqual([]);
});
