import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

/** One request as a provider's handler sees it: whole, decoded no further than HTTP. */
export interface Call {
  readonly method: string;
  /** Decoded path without the query, e.g. `/contacts/12`. */
  readonly path: string;
  /** Values of the route's `:name` parts, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body as UTF-8. */
  readonly text: string;
  /** The body as it arrives, on a route that asks for it with `streams`; `body` and `text` are empty there. */
  readonly stream?: Readable;
  /** Notes in the ledger what this request changed, e.g. `contact.create 12`. A read notes nothing. */
  readonly recordEffect: (effect: string) => void;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A stream is sent as it comes; its `content-length`, where known, belongs among the headers. */
  readonly body?: string | Buffer | Readable;
}

export type Handler = (call: Call) => Reply | Promise<Reply>;

export interface Route {
  readonly method: string;
  /** `/contacts/:id/link/:group`; a part that begins with a colon matches one path segment. */
  readonly pattern: string;
  /** Hands the body over as a stream, for what is too large to hold. */
  readonly streams?: boolean;
  readonly handle: Handler;
}

export interface MatchedRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** A JSON reply as most providers send it: compact, UTF-8. */
export function jsonReply(value: unknown, status = 200, contentType = 'application/json'): Reply {
  return { status, headers: { 'content-type': contentType }, body: JSON.stringify(value) };
}

/** The first route in table order that fits; literal routes belong before those with parameters. */
export function matchRoute(routes: readonly Route[], method: string, path: string): MatchedRoute | undefined {
  const segments = path.split('/');
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = matchPattern(route.pattern.split('/'), segments);
    if (params) return { route, params };
  }
  return undefined;
}

/** Whether any route has this path, whatever its method: tells a 405 from a 404 where a provider does. */
export function hasPath(routes: readonly Route[], path: string): boolean {
  const segments = path.split('/');
  return routes.some((route) => matchPattern(route.pattern.split('/'), segments) !== undefined);
}

function matchPattern(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':') && segment !== '') params[part.slice(1)] = decode(segment);
    else if (part !== segment) return undefined;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
