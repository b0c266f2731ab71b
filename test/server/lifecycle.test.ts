import { EventEmitter } from 'node:events';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { authenticateLocally, type Authenticate } from '../../src/server/auth/authenticate.js';
import { superviseProcess } from '../../src/server/lifecycle.js';
import { createLog } from '../../src/server/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { openRaw, rawRequest } from './raw-http.js';
import { startLoopbackUpstream, type LoopbackUpstream } from './test-provider.js';

let loopback: LoopbackUpstream;
let server: TestServer;

beforeEach(async () => {
  loopback = await startLoopbackUpstream();
  server = await startServer([loopback.upstream]);
});

afterEach(async () => {
  loopback.release();
  await server.stop(0);
  await loopback.close();
});

/** The server anew, with so many requests in flight at most. */
async function allow(requestsInFlight: number, authenticate?: Authenticate): Promise<void> {
  await server.stop(0);
  const overload = { requestsInFlight, eventLoopLagMs: 60_000, heapPercent: 100 };
  server = await startServer([loopback.upstream], {
    serve: { gate: { overload } },
    ...(authenticate && { authenticate }),
  });
}

/** Asks for these at the same time; each is answered. */
async function askHeld(paths: readonly string[]): Promise<void> {
  const asked = paths.map((path) => server.ask(`{ call(path: "${path}") }`));
  await Promise.all(paths.map((path) => loopback.came(path)));
  loopback.release();
  for (const { status } of await Promise.all(asked)) expect(status).toBe(200);
}

describe('a client that goes before the answer', () => {
  it('takes its query to the upstream with it', async () => {
    const gone = new AbortController();
    const answer = server.ask('{ call(path: "/held") }', { signal: gone.signal });
    await loopback.came('/held');
    gone.abort();
    await expect(answer).rejects.toThrow();
    await loopback.lost('/held');
    expect(server.lines).toEqual([]);
  });

  it('takes all with it that it has asked for on its connection', async () => {
    await allow(3);
    const paths = ['/held/1', '/held/2', '/held/3'];
    const raw = await openRaw(server.url);
    raw.write(paths.map((path) => rawRequest(`{ call(path: "${path}") }`)).join(''));
    await Promise.all(paths.map((path) => loopback.came(path)));
    expect((await server.ask('{ __typename }')).status).toBe(503);
    raw.socket.destroy();
    await Promise.all(paths.map((path) => loopback.lost(path)));
    await askHeld(paths.map((path) => `${path}/again`));
  });

  it('leaves nothing behind of what was answered on its connection, or has its turn', async () => {
    await allow(3);
    const raw = await openRaw(server.url);
    raw.write(rawRequest('{ __typename }') + rawRequest('{ call(path: "/held") }') + rawRequest('{ __typename }'));
    await raw.until(/__typename/);
    await loopback.came('/held');
    raw.socket.destroy();
    await loopback.lost('/held');
    await askHeld(['/held/1', '/held/2', '/held/3']);
    expect(server.lines).toEqual([]);
  });

  it('is noticed although it goes while it is found out who it is', async () => {
    let isKnown = (): void => undefined;
    let came = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (came = resolve));
    const known = new Promise<void>((resolve) => (isKnown = resolve));
    await allow(1, async (source) => {
      came();
      await known;
      return authenticateLocally(source);
    });
    const raw = await openRaw(server.url);
    raw.write(rawRequest('{ call(path: "/held/gone") }'));
    await arrived;
    raw.socket.destroy();
    await raw.closed;
    await server.fetch('/healthz');
    isKnown();
    await askHeld(['/held']);
    expect(loopback.requests).not.toContain('GET /held/gone');
  });

  it('does not keep a mutation from being carried through', async () => {
    const gone = new AbortController();
    const answer = server.ask('mutation { actTwice }', { signal: gone.signal });
    await loopback.came('/held/first');
    gone.abort();
    await expect(answer).rejects.toThrow();
    loopback.release();
    await loopback.came('/second');
    expect(loopback.requests).toEqual(['POST /held/first', 'POST /second']);
  });

  it('may go in the middle of its body', async () => {
    const raw = await openRaw(server.url);
    raw.write(rawRequest('{ __typename }').slice(0, -3));
    raw.socket.destroy();
    await raw.closed;
    expect((await server.ask('{ __typename }')).status).toBe(200);
    expect(server.lines).toEqual([]);
  });
});

describe('a stop', () => {
  it('lets what is in flight finish, takes nothing new, and says that it is not ready', async () => {
    const answer = server.ask('{ call(path: "/held") }');
    // Two connections whose requests have begun when the stop comes.
    const [health, graphql] = await Promise.all([openRaw(server.url), openRaw(server.url)]);
    health.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\nGET /readyz HTTP/1.1\r\n');
    await health.until(/alive/);
    graphql.write(`GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n${rawRequest('{ __typename }').slice(0, 30)}`);
    await graphql.until(/alive/);
    await loopback.came('/held');
    const stopped = server.stop();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    health.write('host: localhost\r\n\r\n');
    graphql.write(rawRequest('{ __typename }').slice(30));
    expect(await health.closed).toMatch(/HTTP\/1.1 503 [^]*\{"status":"draining"\}/);
    expect(await graphql.closed).toMatch(/HTTP\/1.1 503 [^]*SHUTTING_DOWN/);
    loopback.release();
    expect((await answer).data).toEqual({ call: '["done"]' });
    await stopped;
  });

  it('M6 lets a write finish whose client has gone', async () => {
    const gone = new AbortController();
    const answer = server.ask('mutation { actTwice }', { signal: gone.signal });
    await loopback.came('/held/first');
    gone.abort();
    await expect(answer).rejects.toThrow();
    const stopped = server.stop();
    setTimeout(() => {
      loopback.release();
    }, 100);
    await stopped;
    expect(loopback.requests).toEqual(['POST /held/first', 'POST /second']);
  });

  it('does not wait longer than its grace', async () => {
    const answer = server.ask('{ call(path: "/held") }');
    await loopback.came('/held');
    const failed = expect(answer).rejects.toThrow();
    await server.stop(10);
    await failed;
    await loopback.lost('/held');
  });

  it('is one stop, however often it is asked for', async () => {
    await Promise.all([server.stop(), server.stop()]);
  });
});

describe('a process', () => {
  const run = (stop: () => Promise<void>) => {
    const lines: string[] = [];
    const emitter = new EventEmitter();
    let resolveExit: (code: number) => void = () => undefined;
    const codes: number[] = [];
    const exited = new Promise<number>((resolve) => (resolveExit = resolve));
    superviseProcess(
      stop,
      createLog(
        (text) => text,
        (line) => lines.push(line),
      ),
      {
        on: (event, listener) => emitter.on(event, listener),
        exit: (code) => {
          codes.push(code);
          resolveExit(code);
        },
      },
    );
    return { emitter, exited, codes, lines };
  };

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'])('L9 drains on %s and exits with 0', async (signal) => {
    const { emitter, exited } = run(async () => undefined);
    emitter.emit(signal);
    expect(await exited).toBe(0);
  });

  it('L9 exits at once on a second signal', () => {
    const { emitter, codes } = run(() => new Promise(() => undefined));
    emitter.emit('SIGTERM');
    expect(codes).toEqual([]);
    emitter.emit('SIGINT');
    expect(codes).toEqual([1]);
  });

  it('L9 logs an error that nobody caught, drains and exits with 1', async () => {
    const { emitter, exited, lines } = run(async () => undefined);
    emitter.emit('uncaughtException', new Error('out of nowhere'));
    expect(await exited).toBe(1);
    expect(lines.join('')).toContain('out of nowhere');
  });

  it('exits with 1 when it cannot stop in order', async () => {
    const { emitter, exited, lines } = run(async () => {
      throw new Error('stuck');
    });
    emitter.emit('SIGTERM');
    expect(await exited).toBe(1);
    expect(lines.join('')).toContain('stuck');
  });
});
