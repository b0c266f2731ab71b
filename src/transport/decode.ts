import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

import type { Response } from './exchange.js';
import { ProviderFailure } from './failure.js';

/** More of them, one upon another, is nobody's honest answer. */
const MOST_ENCODINGS = 3;

interface Encoding {
  readonly whole: (body: Buffer, options: zlib.ZlibOptions) => Promise<Buffer>;
  readonly flowing: () => NodeJS.ReadWriteStream;
}

const GZIP: Encoding = { whole: promisify(zlib.gunzip), flowing: () => zlib.createGunzip() };
const BROTLI: Encoding = {
  whole: promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress),
  flowing: () => zlib.createBrotliDecompress(),
};
const ZLIB: Encoding = { whole: promisify(zlib.inflate), flowing: () => zlib.createInflate() };
const RAW: Encoding = { whole: promisify(zlib.inflateRaw), flowing: () => zlib.createInflateRaw() };

/** The encoding of that name whose body begins so; `deflate` is sent with zlib's head, as it should be, and without. */
function encodingOf(name: string, begin: Buffer): Encoding | undefined {
  if (name === 'gzip' || name === 'x-gzip') return GZIP;
  if (name === 'br') return BROTLI;
  if (name !== 'deflate') return undefined;
  const [first = 0, second = 0] = begin;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0 ? ZLIB : RAW;
}

/** Names of what a body was encoded with, the last first. */
export function encodingsOf({ headers }: Pick<Response, 'headers'>): string[] {
  const names = (headers['content-encoding'] ?? '').toLowerCase().split(',');
  return names
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
}

export interface Decoding {
  readonly upstream: string;
  readonly operation: string;
  /** Of decoded bytes, also between two encodings. */
  readonly limit: number;
}

/** The answer with its body decoded, off this thread; `unreadable` where that can't be done or gives too much. */
export async function decodeBody(response: Response, { upstream, operation, limit }: Decoding): Promise<Response> {
  const { status } = response;
  const fail = (happened: string, cause?: unknown): never => {
    throw new ProviderFailure(upstream, 'protocol', `${operation} ${happened}`, { status, cause });
  };
  const names = encodingsOf(response);
  if (names.length > MOST_ENCODINGS) fail('answered with a body that is compressed too often');
  let { body } = response;
  for (const name of body.length === 0 ? [] : names) {
    const encoding = encodingOf(name, body) ?? fail('answered with a compressed body of a kind that is not known');
    try {
      body = await encoding.whole(body, { maxOutputLength: limit });
    } catch (error) {
      const isTooLong = error instanceof RangeError;
      fail(
        isTooLong ? `answered with more than ${limit} bytes` : 'answered with a compressed body that is broken',
        error,
      );
    }
  }
  return { status, headers: withoutEncoding(response), body };
}

/** The answer with its body decoded as it flows; a body that can't be decoded ends in an error. */
export function decodeFlow(response: Response & { readonly flow: Readable }): Response & { readonly flow: Readable } {
  const names = encodingsOf(response);
  if (names.length === 0) return response;
  const flow = Readable.from(names.reduce<AsyncIterable<unknown>>(decoded, response.flow), { objectMode: false });
  // Where nobody reads any more, nobody hears of an error.
  flow.on('error', () => undefined);
  flow.once('close', () => response.flow.destroy());
  return { ...response, headers: withoutEncoding(response), flow };
}

async function* decoded(body: AsyncIterable<unknown>, name: string): AsyncGenerator<unknown, void> {
  const chunks = body[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const begin: unknown = first.value;
  const encoding = Buffer.isBuffer(begin) ? encodingOf(name, begin) : undefined;
  if (!encoding) throw new TypeError('the file is compressed in a way that is not known');
  const source = Readable.from(
    (async function* () {
      yield begin;
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
    })(),
    { objectMode: false },
  );
  const decoding = encoding.flowing();
  source.on('error', (error) => decoding.emit('error', error));
  source.pipe(decoding);
  yield* decoding;
}

function withoutEncoding({ headers }: Response): Response['headers'] {
  const kept = Object.entries(headers).filter(([name]) => name !== 'content-encoding' && name !== 'content-length');
  return encodingsOf({ headers }).length === 0 ? headers : Object.fromEntries(kept);
}
