import { connect, type Socket } from 'node:net';

/** A socket of one's own, for requests that no HTTP client would send. */
export interface RawSocket {
  readonly write: (text: string) => void;
  /** All that came, once it matches. */
  readonly until: (pattern: RegExp) => Promise<string>;
  /** All that came, once the other side has closed. */
  readonly closed: Promise<string>;
  readonly socket: Socket;
}

export async function openRaw(url: string): Promise<RawSocket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  const closed = new Promise<string>((resolve) => {
    socket.once('close', () => {
      resolve(text);
    });
  });
  socket.on('data', (chunk) => (text += chunk.toString()));
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  return {
    socket,
    closed,
    write: (part) => void socket.write(part),
    until: (pattern) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!pattern.test(text)) return;
          socket.off('data', look);
          resolve(text);
        };
        socket.on('data', look);
        look();
      }),
  };
}

/** A GraphQL request as bytes. */
export function rawRequest(query: string): string {
  const body = JSON.stringify({ query });
  const head = ['POST /graphql HTTP/1.1', 'host: localhost', 'content-type: application/json'];
  return [...head, `content-length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');
}
