import { createServer, request as ask, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** An answer as the provider behind the proxy gave it. */
export interface TrueAnswer {
  readonly contentType: string;
  readonly body: Buffer;
}

/** Writes to the socket what takes the place of the provider's answer. */
export type WriteFault = (socket: Socket, answer: TrueAnswer) => void;

/** Stands between a gateway and a provider: a request is done, and a fault may take the place of its answer. */
export interface FaultProxy {
  readonly url: string;
  /** From here on this happens to requests of this method and part of a path; undefined: to none. */
  readonly set: (fault: WriteFault | undefined, method?: string, path?: string) => void;
  readonly close: () => Promise<void>;
}

/** Starts one before the provider at this origin. */
export async function startFaultProxy(origin: string): Promise<FaultProxy> {
  let applies: (asked: IncomingMessage) => WriteFault | undefined = () => undefined;
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    const fault = applies(incoming);
    const forwarded = ask(origin + url, { method, headers }, (answer) => {
      if (!fault) {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const contentType = answer.headers['content-type'] ?? 'application/json';
        fault(incoming.socket, { contentType, body: Buffer.concat(chunks) });
      });
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (fault, only, path = '') => {
      applies = ({ method = '', url = '' }) => ((only ?? method) === method && url.includes(path) ? fault : undefined);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
