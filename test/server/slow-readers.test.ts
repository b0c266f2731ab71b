import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { startServer, type TestServer } from '../support/server.js';
import { openRaw } from './raw-http.js';
import { startLoopbackUpstream, type LoopbackUpstream } from './test-provider.js';

const IDLE_MS = 1500;
const FILE = 'GET /graphiql/graphiql.js HTTP/1.1\r\nhost: localhost\r\n\r\n';
/** More than the sockets of both sides take. */
const FILES = 4;

let loopback: LoopbackUpstream;
let server: TestServer;
let fileLength: number;

beforeAll(async () => {
  loopback = await startLoopbackUpstream();
  server = await startServer([loopback.upstream], {
    timeouts: { headersMs: 10_000, requestMs: 10_000, idleMs: IDLE_MS, checkIntervalMs: 20 },
  });
  fileLength = (await server.fetch('/graphiql/graphiql.js')).text.length;
  expect(fileLength).toBeGreaterThan(1_000_000);
}, 60_000);
afterAll(async () => {
  await server.stop(0);
  await loopback.close();
});

it('L4 cuts the connection of a client that does not read its answer', async () => {
  const raw = await openRaw(server.url);
  raw.socket.pause();
  raw.write(FILE.repeat(FILES));
  await pause(3 * IDLE_MS);
  raw.socket.resume();
  expect((await raw.closed).length).toBeLessThan(FILES * fileLength);
});

it('L4 leaves a client alone that reads slowly, but goes on', async () => {
  const raw = await openRaw(server.url);
  raw.write(FILE.repeat(FILES));
  let length = 0;
  raw.socket.on('data', (chunk: Buffer) => {
    length += chunk.length;
    raw.socket.pause();
    setTimeout(() => raw.socket.resume(), chunk.length / 15_000);
  });
  await expect.poll(() => length, { timeout: 20_000 }).toBeGreaterThan(FILES * fileLength);
  raw.socket.destroy();
}, 30_000);
