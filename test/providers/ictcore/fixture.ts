import { createServer } from 'node:http';

import { BASE_PATH, CREDENTIALS, startIctCore, type Seed } from '../../../src/emulators/ictcore/index.js';
import { encodeId } from '../../../src/graph/values/id.js';
import { ictCore } from '../../../src/providers/ictcore/index.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';

// Making the key that signs tokens takes the most part of a start: one emulator for a worker of the tests, emptied for
// each of them. It ends with the worker.
let running: ReturnType<typeof startIctCore> | undefined;

/** An ICTCore in memory with a gateway before it. */
export interface Fixture extends AsyncDisposable {
  readonly emulator: Awaited<ReturnType<typeof startIctCore>>;
  readonly gateway: TestGateway;
  /** What the emulator was asked since the last call, log-ins left out, e.g. `/contacts?phone=1%25`. */
  readonly asked: () => string[];
}

type Auth = Readonly<Record<string, string>>;

export async function startFixture(seed?: Seed, auth: Auth = CREDENTIALS, timeoutMs = 5000): Promise<Fixture> {
  running ??= startIctCore();
  const emulator = await running;
  // A test before may have let a year pass.
  emulator.clock.advance(Date.now() - emulator.clock.now());
  emulator.reset(seed);
  const gateway = gatewayAt(emulator.url, auth, timeoutMs);
  let warningCount = 0;
  return {
    emulator,
    gateway,
    asked: () => {
      const fresh = emulator.requests.slice(warningCount);
      warningCount = emulator.requests.length;
      return fresh
        .map(({ path, query }) => path.slice(BASE_PATH.length) + query)
        .filter((target) => target !== '/authenticate');
    },
    [Symbol.asyncDispose]: async () => {
      await gateway.close();
    },
  };
}

/** A server that answers by path below the base, whatever is asked with it; what it does not know is 404. */
export interface Scripted extends AsyncDisposable {
  readonly gateway: TestGateway;
  /** Headers of each request, by path. */
  readonly headers: ReadonlyArray<readonly [path: string, headers: Readonly<Record<string, unknown>>]>;
}

interface ScriptedReply {
  readonly status?: number;
  readonly type?: string;
  readonly body: unknown;
}

export async function startScripted(
  replies: Readonly<Record<string, ScriptedReply>>,
  auth: Auth = { token: 'given-token' },
): Promise<Scripted> {
  const headers: Array<[string, Readonly<Record<string, unknown>>]> = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(BASE_PATH.length);
    headers.push([path, request.headers]);
    request.resume();
    const { status = 200, type = 'application/json', body } = replies[path] ?? { status: 404, body: '' };
    response.writeHead(status, { 'content-type': type });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new TypeError('the server has no port');
  const gateway = gatewayAt(`http://127.0.0.1:${address.port}`, auth);
  return {
    gateway,
    headers,
    [Symbol.asyncDispose]: async () => {
      await gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function gatewayAt(url: string, auth: Auth, timeoutMs = 5000): TestGateway {
  return startGateway([{ provider: ictCore, baseUrl: url + BASE_PATH, settings: { auth }, timeoutMs }]);
}

/** The global id of something of the fixture's upstream. */
export function idOf(noun: 'contact' | 'group' | 'gateway', key: string | number): string {
  return encodeId('ictcore', noun, String(key));
}
