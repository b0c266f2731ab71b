import type { Authenticate } from '../../src/server/auth/authenticate.js';
import { DEFAULT_OVERLOAD, type OverloadLimits } from '../../src/server/gate/gate.js';
import { createLog, createScrubber } from '../../src/server/log.js';
import { startServer as start, type ServerOptions } from '../../src/server/server.js';
import { startGateway, type TestOptions, type TestUpstream } from './gateway.js';

/** A GraphQL answer as it came over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: ReadonlyArray<{
    readonly message: string;
    readonly path?: ReadonlyArray<string | number>;
    readonly extensions?: Readonly<Record<string, unknown>>;
  }>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface TestServer {
  readonly url: string;
  /** What was logged, a line of JSON each. */
  readonly lines: readonly string[];
  /** Any request to a path. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<HttpAnswer>;
  /** A document by POST. */
  readonly ask: (
    query: string,
    init?: { readonly headers?: Record<string, string>; readonly signal?: AbortSignal; readonly variables?: unknown },
  ) => Promise<HttpAnswer>;
  /** Forgets answers that are cached. */
  readonly dropCaches: () => void;
  readonly stop: (graceMs?: number) => Promise<void>;
}

export interface TestServerOptions extends Pick<TestOptions, 'tracing' | 'learned' | 'budget' | 'limits'> {
  readonly timeouts?: ServerOptions['timeouts'];
  readonly authenticate?: Authenticate;
  /** What the server does besides answering: `cors`, … */
  readonly serve?: Omit<ServerOptions, 'host' | 'port' | 'log' | 'scrub' | 'timeouts' | 'authenticate'>;
}

/** A machine that runs tests is busy, and other tests fill the same heap: neither is what they are about. */
const LENIENT: OverloadLimits = { ...DEFAULT_OVERLOAD, eventLoopLagMs: 60_000, heapPercent: 100 };

/** `apollo`: never, as in a gateway that is started with it; `compiled`: at once, so that every test tries it. */
const COMPILE_AT_USE = { apollo: 0, compiled: 1 }[process.env['TRUNKLINE_LANE'] ?? ''];

/** A gateway over these upstreams on a free port, asked over HTTP. */
export async function startServer(
  upstreams: readonly TestUpstream[],
  { serve = {}, timeouts, authenticate, ...options }: TestServerOptions = {},
): Promise<TestServer> {
  const lines: string[] = [];
  const scrub = createScrubber(upstreams.map(({ name, provider }) => ({ name: name ?? provider.name })));
  const log = createLog(scrub, (line) => lines.push(line));
  const gateway = startGateway(upstreams, undefined, {
    ...options,
    warn: (details, message) => {
      log.warn(details, message);
    },
  });
  const { url, stop } = await start(gateway, {
    gate: { overload: LENIENT },
    ...serve,
    host: '127.0.0.1',
    port: 0,
    ...(serve.compileAtUse === undefined ? { compileAtUse: COMPILE_AT_USE } : {}),
    authenticate,
    log,
    scrub,
    ...(timeouts ? { timeouts } : {}),
  });
  const ask = async (path: string, init?: RequestInit): Promise<HttpAnswer> => {
    const response = await fetch(url + path, init);
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const answer = (isJson ? JSON.parse(text) : {}) as Partial<HttpAnswer>;
    return { ...answer, status: response.status, headers: response.headers, text };
  };
  return {
    url,
    lines,
    stop,
    dropCaches: () => {
      for (const { connection } of gateway.upstreams) connection.dropCache?.();
    },
    fetch: ask,
    ask: (query, { headers, signal, variables } = {}) =>
      ask('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
        ...(signal ? { signal } : {}),
      }),
  };
}
