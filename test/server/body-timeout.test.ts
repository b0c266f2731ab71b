import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startServer, type TestServer } from '../support/server.js';
import { openRaw, rawRequest } from './raw-http.js';
import { startLoopbackUpstream, type LoopbackUpstream } from './test-provider.js';

const REQUEST_MS = 400;

let loopback: LoopbackUpstream;
let server: TestServer;

beforeAll(async () => {
  loopback = await startLoopbackUpstream();
  server = await startServer([loopback.upstream], {
    timeouts: { headersMs: 5000, requestMs: REQUEST_MS, idleMs: 5000, checkIntervalMs: 20 },
  });
});
afterAll(async () => {
  await server.stop();
  await loopback.close();
});

const HEAD = 'HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100000\r\n';

test.each([
  ['of an answer that needs none', `GET /healthz ${HEAD}\r\n`, 200],
  ['of a path that is not there', `POST /nowhere ${HEAD}\r\n`, 404],
  ['of a type that is not read', `POST /graphql ${HEAD}content-type: message/http\r\n\r\n`, 415],
  ['of a page without a preflight', `POST /graphql ${HEAD}content-type: text/plain\r\n\r\n`, 400],
])('a body %s may not trickle in for ever', async (_, head, status) => {
  const raw = await openRaw(server.url);
  raw.write(head);
  const answer = await raw.until(/\r\n\r\n[^]*\}/);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  let isOpen = true;
  const trickle = async (): Promise<void> => {
    while (isOpen) {
      raw.write(' ');
      await sleep(50);
    }
  };
  const trickling = trickle();
  await raw.closed;
  isOpen = false;
  await trickling;
});

test('a body that stands still takes no answer with it that was asked for before, on the same connection', async () => {
  const raw = await openRaw(server.url);
  raw.write(rawRequest('{ call(path: "/held-before") }'));
  await loopback.came('/held-before');
  raw.write(`POST /graphql ${HEAD}content-type: application/json\r\n\r\n{`);
  await sleep(2 * REQUEST_MS);
  loopback.release();
  const answers = await raw.closed;
  expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 408']);
  expect(answers).toContain('done');
});
