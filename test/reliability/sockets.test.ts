import { createServer, type Socket } from 'node:net';

import { afterEach, expect, test } from 'vitest';

import { withAuthorization } from '../../src/transport/access-token.js';
import { createConnect, type UpstreamConnection } from '../../src/transport/stack.js';
import { request } from '../transport/scripted-exchange.js';
import { closeAll, closing, listen } from '../transport/sockets.js';

afterEach(closeAll);

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';
const STRAY = 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nstray';

/** A connection to a provider that does this with each request, told how many came on its socket before. */
async function connectTo(serve: (socket: Socket, earlier: number, head: string) => void): Promise<UpstreamConnection> {
  const port = await listen(
    createServer((socket) => {
      let earlier = 0;
      socket.on('data', (bytes: Buffer) => {
        serve(socket, earlier, bytes.toString());
        earlier += 1;
      });
    }),
  );
  const connection = createConnect()({
    upstream: 'pbx',
    origin: `http://127.0.0.1:${port}`,
    timeoutMs: 3000,
    concurrency: 4,
    authorize: withAuthorization((each) => each),
  });
  closing.push(() => connection.close());
  return connection;
}

/** What each of so many calls that act got, one after another. */
async function act({ exchange }: UpstreamConnection, times: number): Promise<Set<string>> {
  const outcomes = new Set<string>();
  for (let sent = 0; sent < times; sent += 1) {
    await exchange(request({ effect: 'acts', method: 'POST', body: 'x' })).then(
      ({ body }) => outcomes.add(body.toString()),
      (error: unknown) => outcomes.add(String(error)),
    );
  }
  return outcomes;
}

test('T8 a stray answer that a kept socket held when we wrote is never taken for that of a call that acts', async () => {
  const connection = await connectTo((socket, earlier) => {
    // On a second request it was on its way before that request was there.
    socket.write(earlier > 0 ? STRAY + ANSWER : ANSWER);
  });
  await connection.exchange(request());
  expect(await act(connection, 50)).toEqual(new Set(['ok']));
});

test('T8 an answer that nobody asked for closes its socket', async () => {
  const ends: Array<Promise<unknown>> = [];
  const connection = await connectTo((socket) => {
    ends.push(new Promise((resolve) => socket.on('close', resolve)));
    socket.write(ANSWER);
    setTimeout(() => socket.write(STRAY), 5);
  });
  for (let asked = 0; asked < 3; asked += 1) {
    expect((await connection.exchange(request())).body.toString()).toBe('ok');
    await ends[asked];
  }
});

test('T8 answers beside the one that was asked for are given to nobody', async () => {
  const connection = await connectTo((socket) => socket.write(ANSWER + STRAY));
  const bodies = [];
  for (let asked = 0; asked < 20; asked += 1) bodies.push((await connection.exchange(request())).body.toString());
  expect(new Set(bodies)).toEqual(new Set(['ok']));
  expect(await act(connection, 20)).toEqual(new Set(['ok']));
});

test('U23 a socket that is closed exactly as we write costs a read a repeat, and leaves no write unknown', async () => {
  let closed = 0;
  const connection = await connectTo((socket, earlier) => {
    if (earlier === 0) socket.write(ANSWER);
    else {
      closed += 1;
      socket.destroy();
    }
  });
  for (let asked = 0; asked < 4; asked += 1) {
    expect((await connection.exchange(request())).body.toString()).toBe('ok');
  }
  expect(closed).toBeGreaterThan(0);
  expect(await act(connection, 100)).toEqual(new Set(['ok']));
});

test('T7 a cookie that a provider sets is never sent back, on whatever socket', async () => {
  const heads: string[] = [];
  const connection = await connectTo((socket, _earlier, head) => {
    heads.push(head.toLowerCase());
    socket.write('HTTP/1.1 200 OK\r\nset-cookie: session=canary\r\ncontent-length: 2\r\n\r\nok');
  });
  for (let asked = 0; asked < 3; asked += 1) await connection.exchange(request());
  expect(await act(connection, 3)).toEqual(new Set(['ok']));
  expect(heads).toHaveLength(6);
  for (const head of heads) expect(head).not.toMatch(/cookie|canary/);
});
