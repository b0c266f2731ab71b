import { afterEach, expect, test } from 'vitest';

import { closeAll, wire } from './sockets.js';
import { failureOf, request } from './scripted-exchange.js';

afterEach(closeAll);

const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';
const HINTS = 'HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n';
const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n';

test.each([
  ['an unasked 100', CONTINUE],
  ['several of them', CONTINUE + CONTINUE],
  ['a 100 with headers', 'HTTP/1.1 100 Continue\r\nserver: x\r\nx: HTTP/1.1 200 OK\r\n\r\n'],
  ['a 100 of HTTP/1.0 without a reason', 'HTTP/1.0 100\r\n\r\n'],
  ['a 102', 'HTTP/1.1 102 Processing\r\n\r\n'],
  ['a 103', HINTS],
  ['all of them', HINTS + CONTINUE + HINTS],
])('%s before the answer is passed over, request by request', async (_, interim) => {
  const { send, got } = await wire((socket) => socket.write(`${interim}${ANSWER}ok`));
  for (let asked = 0; asked < 3; asked += 1) {
    const answer = await send(request());
    expect([answer.status, answer.body.toString(), answer.headers]).toEqual([200, 'ok', { 'content-length': '2' }]);
  }
  expect(got).toHaveLength(3);
});

test.each([1, 9, 10, 11, 12])('a 100 may come in pieces of any size, such as %i', async (size) => {
  const bytes = `${CONTINUE}${HINTS}${CONTINUE}${ANSWER}ok`;
  const { send } = await wire((socket) => {
    socket.setNoDelay(true);
    const writeFrom = (at: number): void => {
      if (at < bytes.length) socket.write(bytes.slice(at, at + size), () => setImmediate(writeFrom, at + size));
    };
    writeFrom(0);
  });
  expect((await send(request())).body.toString()).toBe('ok');
});

test('what looks like a 100 within a body is part of it', async () => {
  const { send } = await wire((socket) => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${CONTINUE.length}\r\n\r\n`, () => socket.write(CONTINUE));
  });
  expect((await send(request())).body.toString()).toBe(CONTINUE);
});

test('a 100 before a 100 that never ends is no answer', async () => {
  const { send } = await wire((socket) => socket.end(`${CONTINUE}HTTP/1.1 100 Contin`));
  expect(await failureOf(send(request()))).toMatchObject({ kind: 'unavailable', sent: 'unknown' });
});

test('a head of a 100 that is without bounds is given up', async () => {
  const { send } = await wire((socket) => socket.write(`HTTP/1.1 100 Continue\r\nx: ${'y'.repeat(100_000)}`));
  await failureOf(send(request()));
});

test('a change of the protocol that nobody asked for is no answer', async () => {
  const { send } = await wire((socket) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
  );
  expect(await failureOf(send(request()))).toMatchObject({ kind: 'unavailable' });
});
