import { createServer as createHttpServer } from 'node:http';
import { connect, type Socket } from 'node:net';

import { afterEach, expect, test } from 'vitest';

import { openPool } from '../../src/transport/undici.js';
import type { EgressProxy } from '../../src/transport/dispatcher.js';
import { closeAll, closing, listen } from './sockets.js';
import { failureOf, request } from './scripted-exchange.js';

afterEach(closeAll);

/** An upstream on loopback, and a proxy that takes every name for it, the only way to reach it. */
async function startWithProxy(answer = 'HTTP/1.1 200 Connection established\r\n\r\n') {
  const upstream = await listen(
    createHttpServer((incoming, outgoing) => outgoing.end(`${incoming.method} ${incoming.headers.host}`)),
  );
  const asked: Array<{ readonly target: string | undefined; readonly authorization: string | undefined }> = [];
  const proxy = createHttpServer();
  proxy.on('connect', (incoming, socket: Socket) => {
    asked.push({ target: incoming.url, authorization: incoming.headers['proxy-authorization'] });
    socket.write(answer);
    if (!answer.includes(' 200 ')) return void socket.end();
    const tunnel = connect(upstream, '127.0.0.1');
    socket.pipe(tunnel).pipe(socket);
    tunnel.on('error', () => socket.destroy());
    socket.on('error', () => tunnel.destroy());
  });
  const port = await listen(proxy);
  const open = (origin: string, settings: Partial<EgressProxy> = {}) => {
    const url = `http://user:p%40ss@127.0.0.1:${port}`;
    const pool = openPool('pbx', origin, {
      connections: 1,
      proxy: { https: undefined, http: url, noProxy: '', ...settings },
    });
    closing.push(() => pool.close());
    return pool.send;
  };
  return { open, asked, upstream };
}

test('an upstream is reached through the proxy, by a tunnel that is kept, with its credentials', async () => {
  const { open, asked } = await startWithProxy();
  const send = open('http://pbx.example.invalid:8080');
  for (const method of ['GET', 'POST'] as const) {
    expect((await send(request({ method }))).body.toString()).toBe(`${method} pbx.example.invalid:8080`);
  }
  expect(asked).toEqual([
    { target: 'pbx.example.invalid:8080', authorization: `Basic ${Buffer.from('user:p@ss').toString('base64')}` },
  ]);
});

test.each([
  ['NO_PROXY names it', 'pbx.example.invalid'],
  ['NO_PROXY names its domain', '.example.invalid'],
  ['NO_PROXY is for all', '*'],
])('where %s the proxy is not asked', async (_when, noProxy) => {
  const { open, asked } = await startWithProxy();
  const failure = await failureOf(open('http://pbx.example.invalid', { noProxy })(request()));
  expect(failure).toMatchObject({ kind: 'unavailable', sent: 'no' });
  expect(asked).toEqual([]);
});

test('loopback is reached directly, and so is https where the proxy is for http alone', async () => {
  const { open, asked, upstream } = await startWithProxy();
  expect((await open(`http://127.0.0.1:${upstream}`)(request())).status).toBe(200);
  await failureOf(open('https://pbx.example.invalid', { http: undefined })(request()));
  expect(asked).toEqual([]);
});

test.each([403, 407, 502])(
  'a proxy that answers %i sent nothing, and is told as the one who refused',
  async (status) => {
    const { open } = await startWithProxy(`HTTP/1.1 ${status} No\r\n\r\n`);
    const failure = await failureOf(open('http://pbx.example.invalid')(request({ effect: 'acts' })));
    expect(failure).toMatchObject({
      kind: 'unavailable',
      sent: 'no',
      message: `GET /things: the proxy refused to connect with ${status}`,
    });
  },
);
