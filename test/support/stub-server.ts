import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isDeepStrictEqual } from 'node:util';

import { describe, expect, test } from 'vitest';

import { isSupportedCountry, type CountryCode } from '../../src/graph/values/phone.js';
import type { Provider } from '../../src/graph/ports/provider.js';
import { exchangesOf, type DocumentedExchange } from './exchange.js';
import { startGateway } from './gateway.js';

/** A request as it reached the stub; header names are lower case. */
export interface StubRequest {
  readonly method: string;
  /** Path with its query. */
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface StubReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface StubOptions {
  /** Answers log-ins, which come before the recorded request; undefined for any other request. */
  readonly login?: (request: StubRequest) => StubReply | undefined;
  /** Recorded headers that must come as recorded, the scheme in any case. Default: `authorization`. */
  readonly headers?: readonly string[];
}

/** A server that knows these exchanges and nothing else. */
export interface Stub {
  /** Origin without a path. */
  readonly url: string;
  /** Names of the exchanges that were met, in order. */
  readonly met: readonly string[];
  /** Requests that nobody recorded, each with its body. */
  readonly strays: readonly string[];
  readonly close: () => Promise<void>;
}

// Node's server writes these itself.
const OWNED_BY_SERVER = ['content-length', 'transfer-encoding', 'connection'];

/** Answers the recorded requests (method, path, query as a set, body as a value) with the recorded bytes, others with 404. */
export async function startStub(exchanges: readonly DocumentedExchange[], options: StubOptions = {}): Promise<Stub> {
  const met: string[] = [];
  const strays: string[] = [];
  const used = new Set<DocumentedExchange>();
  let url = '';
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request: StubRequest = {
      method: incoming.method ?? '',
      target: incoming.url ?? '',
      headers: incoming.headers,
      body: await textOf(incoming),
    };
    const login = options.login?.(request);
    if (login) {
      send(outgoing, login);
      return;
    }
    const matching = exchanges.filter((each) => isRecorded(request, each, options.headers ?? ['authorization']));
    // Recorded twice, it was answered in this order.
    const found = matching.find((each) => !used.has(each)) ?? matching.at(-1);
    if (!found) {
      const authorization = request.headers.authorization ?? 'no authorization';
      strays.push(`${request.method} ${request.target} (${authorization}) ${request.body}`);
      send(outgoing, { status: 404, headers: { 'content-type': 'text/plain' }, body: 'nobody recorded this' });
      return;
    }
    used.add(found);
    met.push(found.name);
    send(outgoing, atHome(found, url));
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      strays.push(`the stub failed: ${String(error)}`);
      outgoing.destroy();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new TypeError('the stub has no port');
  url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    met,
    strays,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

export interface ExchangeFixture extends StubOptions {
  /** What the upstream's config holds besides an exchange's own `# Config:`. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Folder of the exchanges; default: the provider's name. */
  readonly folder?: string;
  /** Path of the base URL, e.g. `/api/2.0`. */
  readonly basePath?: string;
  /** Exchanges that the same query meets besides, in order, e.g. where a redirect leads to. */
  readonly also?: Readonly<Record<string, readonly string[]>>;
}

/** A test for each exchange of the provider with `# Query:`: the gateway sends that request and no other, and answers `# Data:`. */
export function testExchanges(provider: Provider, fixture: ExchangeFixture): void {
  const { folder = provider.name } = fixture;
  const exchanges = exchangesOf(folder);
  describe(`${provider.title}: documented exchanges in ${folder}`, () => {
    for (const exchange of exchanges.filter(({ query }) => query !== undefined)) {
      test(`${exchange.name} is asked and read as documented`, async () => {
        const names = [exchange.name, ...(fixture.also?.[exchange.name] ?? [])];
        const stub = await startStub(
          exchanges.filter(({ name }) => names.includes(name)),
          fixture,
        );
        const { defaultCountry, ...config } = exchange.config;
        const gateway = startGateway([
          {
            provider,
            baseUrl: `${stub.url}${fixture.basePath ?? ''}`,
            settings: { ...fixture.settings, ...config },
            ...(isCountry(defaultCountry) ? { defaultCountry } : {}),
          },
        ]);
        try {
          const { data, errors } = await gateway.ask(exchange.query ?? '');
          expect(stub.strays).toEqual([]);
          expect(errors).toEqual([]);
          expect(data).toEqual(exchange.data);
          expect(stub.met).toEqual(names);
        } finally {
          await gateway.close();
          await stub.close();
        }
      });
    }
  });
}

function isCountry(value: unknown): value is CountryCode {
  return typeof value === 'string' && isSupportedCountry(value);
}

function isRecorded(
  request: StubRequest,
  { request: recorded }: DocumentedExchange,
  headers: readonly string[],
): boolean {
  return (
    request.method === recorded.method &&
    isDeepStrictEqual(targetOf(request.target), targetOf(recorded.target)) &&
    isDeepStrictEqual(valueOf(request), valueOf(recorded)) &&
    headers.every((name) => headerOf(request.headers[name]) === headerOf(recorded.headers[name]))
  );
}

/** Path, and the query's pairs in an order that tells nothing. */
function targetOf(target: string): unknown {
  const { pathname, searchParams } = new URL(target, 'http://stub');
  return [pathname, [...searchParams].map((pair) => JSON.stringify(pair)).sort()];
}

function valueOf({ headers, body }: Pick<StubRequest, 'headers' | 'body'>): unknown {
  const type = headers['content-type'] ?? '';
  if (type.includes('form-urlencoded')) return targetOf(`?${body}`);
  try {
    return JSON.parse(body);
  } catch {
    return body.replace(/\s+/g, ' ').replace(/ ?(<[^>]*>) ?/g, '$1');
  }
}

/** `bearer x` and `Bearer x` are the same to every server. */
function headerOf(value: string | string[] | undefined): string {
  return String(value ?? '').replace(/^(basic|bearer) /i, (scheme) => scheme.toLowerCase());
}

/** The recorded answer, its links to the recorded host leading here. */
function atHome({ request, response }: DocumentedExchange, url: string): StubReply {
  const host = request.headers['host'];
  const here = (text: string): string => (host ? text.replaceAll(`https://${host}`, url) : text);
  const headers = Object.entries(response.headers).filter(([name]) => !OWNED_BY_SERVER.includes(name));
  return {
    status: response.status,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, here(value)])),
    body: here(response.body),
  };
}

function send(outgoing: ServerResponse, { status, headers, body }: StubReply): void {
  outgoing.writeHead(status, headers);
  outgoing.end(body);
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}
