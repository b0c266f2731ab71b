import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';

import type { Exchange } from '../../src/transport/exchange.js';
import { openPool, type OpenPool } from '../../src/transport/undici.js';

/** Run by `closeAll`, the latest first. */
export const closing: Array<() => Promise<unknown>> = [];

/** Closes what a test opened; for afterEach. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

/** The port of loopback on which the server listens from now on. */
export async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A pool to this port. */
export function open(port: number, maxResponseBytes?: number): OpenPool {
  const limit = maxResponseBytes === undefined ? {} : { maxResponseBytes };
  const pool = openPool('pbx', `http://127.0.0.1:${port}`, { connections: 4, ...limit });
  closing.push(() => pool.close());
  return pool;
}

/** A server that does this with the bytes of each request, and the requests that it got. */
export async function wire(serve: (socket: Socket, bytes: string) => void): Promise<{ send: Exchange; got: string[] }> {
  const got: string[] = [];
  const port = await listen(
    createServer((socket) => {
      socket.on('data', (bytes: Buffer) => {
        got.push(bytes.toString());
        serve(socket, bytes.toString());
      });
    }),
  );
  return { send: open(port).send, got };
}

/** An HTTP server that answers so, and the way to it. */
export async function http(
  serve: (incoming: IncomingMessage, outgoing: ServerResponse, body: string) => void,
  maxResponseBytes?: number,
): Promise<Exchange> {
  const server = createHttpServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
    incoming.on('end', () => {
      serve(incoming, outgoing, body);
    });
  });
  return open(await listen(server), maxResponseBytes).send;
}
