import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

import type { UpstreamResponse } from './exchange.js';
import { ProviderFailure } from './failure.js';

/** No honest server applies more encodings than this to one body. */
const MAX_ENCODINGS = 3;

interface Decompressor {
  readonly decompress: (body: Buffer, options: zlib.ZlibOptions) => Promise<Buffer>;
  readonly createStream: () => NodeJS.ReadWriteStream;
}

const GZIP: Decompressor = { decompress: promisify(zlib.gunzip), createStream: () => zlib.createGunzip() };
const BROTLI: Decompressor = {
  decompress: promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress),
  createStream: () => zlib.createBrotliDecompress(),
};
const ZLIB: Decompressor = { decompress: promisify(zlib.inflate), createStream: () => zlib.createInflate() };
const RAW_DEFLATE: Decompressor = {
  decompress: promisify(zlib.inflateRaw),
  createStream: () => zlib.createInflateRaw(),
};

/** The encoding of that name whose body begins so; `deflate` is sent with zlib's head, as it should be, and without. */
function decompressorFor(name: string, begin: Buffer): Decompressor | undefined {
  if (name === 'gzip' || name === 'x-gzip') return GZIP;
  if (name === 'br') return BROTLI;
  if (name !== 'deflate') return undefined;
  const [first = 0, second = 0] = begin;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0 ? ZLIB : RAW_DEFLATE;
}

/** Names of what a body was encoded with, the last first. */
export function contentEncodingsOf({ headers }: Pick<UpstreamResponse, 'headers'>): string[] {
  const header = headers['content-encoding'];
  if (header === undefined) return [];
  return header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
}

export interface DecompressOptions {
  readonly upstream: string;
  readonly operation: string;
  /** Of decoded bytes, also between two encodings. */
  readonly maxBytes: number;
}

/**
 * The answer with its body decoded, outside of this thread. A body that cannot be decoded or becomes too large is a
 * `protocol` failure.
 */
export async function decompressBody(
  response: UpstreamResponse,
  { upstream, operation, maxBytes }: DecompressOptions,
): Promise<UpstreamResponse> {
  const { status } = response;
  const fail = (problem: string, cause?: unknown): never => {
    throw new ProviderFailure(upstream, 'protocol', `${operation} ${problem}`, { status, cause });
  };
  const names = contentEncodingsOf(response);
  if (names.length > MAX_ENCODINGS) fail('answered with a body that is compressed too often');
  let { body } = response;
  for (const name of body.length === 0 ? [] : names) {
    const decompressor =
      decompressorFor(name, body) ?? fail('answered with a compressed body of a kind that is not known');
    try {
      body = await decompressor.decompress(body, { maxOutputLength: maxBytes });
    } catch (error) {
      const isTooLong = error instanceof RangeError;
      fail(
        isTooLong ? `answered with more than ${maxBytes} bytes` : 'answered with a compressed body that is broken',
        error,
      );
    }
  }
  return { status, headers: withoutEncodingHeaders(response), body };
}

/** The answer with its body decoded as it flows; a body that can't be decoded ends in an error. */
export function decompressStream(
  response: UpstreamResponse & { readonly bodyStream: Readable },
): UpstreamResponse & { readonly bodyStream: Readable } {
  const names = contentEncodingsOf(response);
  if (names.length === 0) return response;
  const bodyStream = Readable.from(names.reduce<AsyncIterable<unknown>>(decompressChunks, response.bodyStream), {
    objectMode: false,
  });
  // Once the reader has gone, an error would have no listener and end the process.
  bodyStream.on('error', () => undefined);
  bodyStream.once('close', () => response.bodyStream.destroy());
  return { ...response, headers: withoutEncodingHeaders(response), bodyStream };
}

async function* decompressChunks(body: AsyncIterable<unknown>, name: string): AsyncGenerator<unknown, void> {
  const chunks = body[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const begin: unknown = first.value;
  const decompressor = Buffer.isBuffer(begin) ? decompressorFor(name, begin) : undefined;
  if (!decompressor) throw new TypeError('the file is compressed in a way that is not known');
  const source = Readable.from(
    (async function* () {
      yield begin;
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
    })(),
    { objectMode: false },
  );
  const decompressing = decompressor.createStream();
  source.on('error', (error) => decompressing.emit('error', error));
  source.pipe(decompressing);
  yield* decompressing;
}

function withoutEncodingHeaders({ headers }: UpstreamResponse): UpstreamResponse['headers'] {
  const kept = Object.entries(headers).filter(([name]) => name !== 'content-encoding' && name !== 'content-length');
  return contentEncodingsOf({ headers }).length === 0 ? headers : Object.fromEntries(kept);
}
