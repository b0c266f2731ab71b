import { createServer } from 'node:http';

/** A server that reads requests and never answers. */
export interface Hanging {
  /** Origin without a path. */
  readonly url: string;
  /** Resolves when the first request has come. */
  readonly arrived: Promise<void>;
  /** Resolves when whoever sent the first request has hung up. */
  readonly hungUp: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts one on a free port of 127.0.0.1. */
export async function startHanging(): Promise<Hanging> {
  const server = createServer((request) => {
    request.resume();
  });
  const arrived = new Promise<void>((resolve) => {
    server.once('request', () => {
      resolve();
    });
  });
  const hungUp = new Promise<void>((resolve) => {
    server.once('request', (_, response) => {
      response.once('close', resolve);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new TypeError('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    arrived,
    hungUp,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
