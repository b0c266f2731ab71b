import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

import { parse } from 'content-type';

/** Longer bodies are rejected, in bytes. */
const MAX_BYTES = 256 * 1024;
/** A filter inside a filter inside a filter … needs three levels each. */
const MAX_DEPTH = 100;

/** The body of a request, as far as it was read. `none`: it has a type that is not read here, and Apollo answers. */
export type RequestBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'refused';
      readonly status: 400 | 413 | 415;
      readonly message: string;
      readonly code?: 'BAD_USER_INPUT';
    };

const NO_BODY: RequestBody = { kind: 'none' };
const BYTE_ORDER_MARK = '\uFEFF';

/** What nearly all clients send. */
const JSON_TYPE = 'application/json';
const PLAIN_JSON = parse(JSON_TYPE);

/** Types that a web page can send without a CORS preflight: Apollo's CSRF check answers these. */
const SIMPLE_TYPES: readonly string[] = ['', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];

/** Reads a JSON body of at most 256 KB; rejects if the client disconnects before its end. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const { headers, method } = request;
  if (method !== 'POST') return NO_BODY;
  const contentType = headers['content-type'] ?? '';
  const { type, parameters } = contentType === JSON_TYPE ? PLAIN_JSON : parse(contentType);
  if (SIMPLE_TYPES.includes(type)) return NO_BODY;
  if (type !== 'application/json') return refusedBody(415, `expected content-type application/json, not ${type}`);
  const { charset = 'utf-8' } = parameters;
  if (!/^utf-?8$/i.test(charset)) return refusedBody(415, 'expected JSON in UTF-8');
  // A few bytes of gzip can be many megabytes of JSON.
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    return refusedBody(415, 'expected a body without content-encoding');
  if (Number(headers['content-length'] ?? 0) > MAX_BYTES) return tooLongBody();
  const bytes = await collectBytes(request);
  if (!bytes) return tooLongBody();
  if (!isUtf8(bytes)) return refusedBody(400, 'the body is not UTF-8');
  try {
    const text = bytes.toString('utf8');
    const value = JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text) as unknown;
    if (isDeeperThan(value, MAX_DEPTH)) {
      const message = `the body is nested more than ${MAX_DEPTH} levels deep`;
      return { kind: 'refused', status: 400, message, code: 'BAD_USER_INPUT' };
    }
    return { kind: 'json', value };
  } catch {
    return refusedBody(400, 'the body is not JSON');
  }
}

/** Whether values contain each other over more levels than this: later code recurses without a limit. */
function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((each) => isDeeperThan(each, levels - 1));
  const members = value as Readonly<Record<string, unknown>>;
  for (const name in members) if (isDeeperThan(members[name], levels - 1)) return true;
  return false;
}

/** The bytes of a body, or undefined as soon as there are too many. */
function collectBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_BYTES) {
        chunks.length = 0;
        resolve(undefined);
      } else chunks.push(chunk);
    });
    // Of these a request has one each at most, and nothing is told twice.
    request.on('end', () => {
      const [first] = chunks;
      resolve(chunks.length === 1 && first ? first : Buffer.concat(chunks));
    });
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new Error('the client has gone'));
    });
  });
}

function refusedBody(status: 400 | 415, message: string): RequestBody {
  return { kind: 'refused', status, message };
}

function tooLongBody(): RequestBody {
  return { kind: 'refused', status: 413, message: `a request body has at most ${MAX_BYTES} bytes` };
}
