import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { inspect } from 'node:util';

import { afterEach, expect, test } from 'vitest';

import type { UpstreamRequest } from '../../src/transport/exchange.js';
import { openPool } from '../../src/transport/undici.js';
import { closeAll, closing, http, listen, open, wire } from './sockets.js';
import { failureOf, request, flushImmediate } from './scripted-exchange.js';

afterEach(closeAll);

const posting = (change: Partial<UpstreamRequest> = {}): UpstreamRequest =>
  request({ method: 'POST', effect: 'acts', body: 'zażółć', ...change });

test('a request arrives as it was made, with the length of its body, and its answer comes back whole', async () => {
  const seen: unknown[] = [];
  const send = await http((incoming, outgoing, body) => {
    seen.push([incoming.method, incoming.url, incoming.headers, body]);
    outgoing.writeHead(
      201,
      [
        ['content-type', 'text/plain'],
        ['x-twice', 'first'],
        ['X-Twice', 'last'],
      ].flat(),
    );
    outgoing.write('on');
    setImmediate(() => outgoing.end('e'));
  });
  const answer = await send(posting({ path: '/a%20b?c=d', headers: { authorization: 'Basic x' } }));
  expect(answer).toMatchObject({ status: 201, headers: { 'content-type': 'text/plain', 'x-twice': 'last' } });
  expect(answer.body.toString()).toBe('one');
  expect(seen).toEqual([
    [
      'POST',
      '/a%20b?c=d',
      expect.objectContaining({ authorization: 'Basic x', 'content-length': '10', 'accept-encoding': 'identity' }),
      'zażółć',
    ],
  ]);
});

test('T9 a redirect is an answer like any other', async () => {
  let hits = 0;
  const send = await http((_incoming, outgoing) => {
    hits += 1;
    outgoing.writeHead(307, { location: '/elsewhere' }).end();
  });
  expect(await send(posting())).toMatchObject({ status: 307 });
  expect(hits).toBe(1);
});

test('a refused connection proves that nothing was sent, and names no host', async () => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  const failure = await failureOf(open(port).send(posting()));
  expect(failure).toMatchObject({ kind: 'unavailable', sent: 'no', upstream: 'pbx' });
  expect(failure).toHaveProperty('message', 'GET /things: the connection was refused');
});

test('a name that nobody knows proves that nothing was sent', async () => {
  const pool = openPool('pbx', 'http://nobody.invalid', { connections: 1 });
  closing.push(() => pool.close());
  expect(await failureOf(pool.send(posting()))).toMatchObject({ kind: 'unavailable', sent: 'no' });
});

test.each(['GET', 'PUT', 'DELETE', 'POST'])(
  'U2 a %s whose connection breaks after it was read is sent exactly once',
  async (method) => {
    const { send, got } = await wire((socket) => socket.destroy());
    expect(await failureOf(send(posting({ method })))).toMatchObject({ kind: 'unavailable', sent: 'unknown' });
    await flushImmediate();
    expect(got).toHaveLength(1);
  },
);

test('a connection that is closed before it is read may have carried something', async () => {
  const port = await listen(createServer((socket) => socket.destroy()));
  expect(await failureOf(open(port).send(posting()))).toMatchObject({ kind: 'unavailable' });
});

test.each([
  ['with a length', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'],
  ['in chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
  [
    'in chunks of a connection that closes',
    'HTTP/1.1 200 OK\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n',
  ],
  [
    'with a length and a connection that closes',
    'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 100\r\n\r\nhalf',
  ],
  // The parser tells this no better than a length that was not kept.
  ['by having two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\na'],
  ['in its headers', 'HTTP/1.1 200 OK\r\ncontent-le'],
])('an answer that is cut off %s is no answer', async (_how, bytes) => {
  const { send } = await wire((socket) => socket.end(bytes));
  expect(await failureOf(send(request()))).toMatchObject({ kind: 'unavailable', sent: 'unknown' });
});

test.each([
  ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ['headers beyond measure', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`],
])('an answer with %s is unreadable', async (_what, bytes) => {
  const { send } = await wire((socket) => socket.write(bytes));
  const failure = await failureOf(send(request()));
  expect(failure).toMatchObject({ kind: 'protocol', sent: 'unknown' });
  expect(inspect(failure)).not.toContain('OpenSSH');
});

test('U6 an endless answer is given up at the limit and its socket is closed', async () => {
  let closed = (): void => undefined;
  const gone = new Promise<void>((resolve) => (closed = resolve));
  const send = await http((_incoming, outgoing) => {
    outgoing.on('close', closed);
    const drip = (): void => void outgoing.write(Buffer.alloc(500), (error) => error ?? setImmediate(drip));
    drip();
  }, 10_000);
  expect(await failureOf(send(request()))).toMatchObject({
    kind: 'protocol',
    status: 200,
    message: 'GET /things answered with more than 10000 bytes',
  });
  await gone;
});

test('an answer of exactly the limit is read', async () => {
  const send = await http((_incoming, outgoing) => outgoing.end(Buffer.alloc(10_000)), 10_000);
  expect((await send(request())).body).toHaveLength(10_000);
});

test.each(['with its length', 'in chunks'])('a long answer that comes %s is the same byte for byte', async (how) => {
  const body = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 251));
  const send = await http((_incoming, outgoing) => {
    if (how === 'with its length') outgoing.setHeader('content-length', body.length);
    outgoing.write(body.subarray(0, 100_001));
    setImmediate(() => outgoing.end(body.subarray(100_001)));
  }, 300_000);
  expect((await send(request())).body.equals(body)).toBe(true);
});

test('a request that nobody waits for any more is destroyed, and gives the reason of whoever left', async () => {
  const leaving = new AbortController();
  const reason = new Error('left');
  let closed = (): void => undefined;
  const gone = new Promise<void>((resolve) => (closed = resolve));
  const { send } = await wire((socket) => {
    socket.on('close', closed);
    leaving.abort(reason);
  });
  expect(await failureOf(send(request({ callOptions: { signal: leaving.signal } })))).toBe(reason);
  await gone;
});

test('whoever leaves while the answer comes stops it', async () => {
  const leaving = new AbortController();
  let closed = (): void => undefined;
  const gone = new Promise<void>((resolve) => (closed = resolve));
  const { send } = await wire((socket) => {
    socket.on('close', closed);
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf', () => {
      leaving.abort(new Error('left'));
    });
  });
  await expect(send(request({ callOptions: { signal: leaving.signal } }))).rejects.toThrow('left');
  await gone;
});

test('whoever leaves before the connection stands is told at once, and nothing is sent for him', async () => {
  const { send, got } = await wire((socket) => socket.write('HTTP/1.1 204 No Content\r\n\r\n'));
  const leaving = new AbortController();
  const sent: string[] = [];
  const call = failureOf(send(posting({ callOptions: { signal: leaving.signal }, onSent: () => sent.push('sent') })));
  leaving.abort(new Error('left'));
  expect(await call).toHaveProperty('message', 'left');
  expect(await failureOf(send(posting({ callOptions: { signal: leaving.signal } })))).toHaveProperty('message', 'left');
  expect(await send(request({ path: '/next' }))).toMatchObject({ status: 204 });
  expect(sent).toEqual([]);
  expect(got.map((bytes) => bytes.split('\r\n')[0])).toEqual(['GET /next HTTP/1.1']);
});

test('bytes are announced before they leave', async () => {
  const events: string[] = [];
  const { send } = await wire((socket) => {
    events.push('read');
    socket.write('HTTP/1.1 204 No Content\r\n\r\n');
  });
  await send(request({ onSent: () => events.push('leaving') }));
  expect(events).toEqual(['leaving', 'read']);
});

test('what HTTP cannot carry is refused before anything is sent', async () => {
  const { send, got } = await wire(() => undefined);
  const failure = await failureOf(send(request({ headers: { authorization: 'a\r\nx: secret' } })));
  expect(failure).toMatchObject({ kind: 'rejected', sent: 'no' });
  expect(failure).toHaveProperty('message', expect.not.stringContaining('secret'));
  expect(got).toEqual([]);
});

test('a socket is used again, and a closed pool takes nothing more', async () => {
  const ports = new Set<number | undefined>();
  const server = createHttpServer((incoming, outgoing) => {
    ports.add(incoming.socket.remotePort);
    outgoing.end();
  });
  const pool = open(await listen(server));
  await pool.send(request());
  // A server may close right after its answer; the socket is free one turn later.
  await flushImmediate();
  await pool.send(request());
  expect(ports.size).toBe(1);
  await Promise.all([pool.close(), pool.close()]);
  expect(await failureOf(pool.send(request()))).toMatchObject({ kind: 'unavailable', sent: 'no' });
});
