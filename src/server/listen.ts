import type { Server } from 'node:http';

interface Address {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
}

/** Resolves when it listens, or rejects with why it cannot. */
export function listen(server: Server, { host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Where it listens, e.g. `http://127.0.0.1:4000`. */
export function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
