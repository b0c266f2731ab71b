import type { Dispatcher } from 'undici';

import { reasonOf } from './abort.js';
import { decompressStream } from './decompress.js';
import type { StreamOptions, UpstreamRequest, UpstreamResponse } from './exchange.js';
import { ProviderFailure } from './failure.js';
import { readAtMost } from './read-at-most.js';
import { toProviderFailure } from './socket-failure.js';

/** An error answer is a sentence and not a file, so the first 64 KB are enough. */
const MAX_ERROR_BODY_BYTES = 64 * 1024;

/**
 * Sends a request whose bodies stream. An answer that is no success is read into memory, so that it is handled like any
 * other answer.
 */
export async function sendStreaming(
  pool: Dispatcher,
  upstream: string,
  request: UpstreamRequest & { readonly origin: string; readonly reset?: boolean },
  flow: StreamOptions,
): Promise<UpstreamResponse> {
  const { origin, method, path, operation, callOptions, onSent, reset } = request;
  // A stream can be sent only once: after a refused token it cannot be repeated.
  if (flow.body?.readableDidRead) {
    const message = `${operation}: the log-in had expired when the upload began; send it again`;
    throw new ProviderFailure(upstream, 'auth', message, { status: 401, sent: 'yes' });
  }
  if (callOptions.signal?.aborted) throw reasonOf(callOptions.signal);
  onSent?.();
  try {
    const raw = await pool.request({
      origin,
      method,
      path,
      ...(reset && { reset }),
      headers: { ...request.headers, 'accept-encoding': 'identity' },
      body: flow.body ?? request.body ?? null,
      signal: callOptions.signal ?? null,
      headersTimeout: flow.idleTimeoutMs,
      bodyTimeout: flow.idleTimeoutMs,
    });
    // Readers get the error of this stream themselves; without a reader, an abort would end the process.
    raw.body.on('error', () => undefined);
    const { statusCode: status } = raw;
    const emptyBody = Buffer.alloc(0);
    const response = decompressStream({
      status,
      headers: lastHeaderValues(raw.headers),
      body: emptyBody,
      bodyStream: raw.body,
    });
    if (status >= 200 && status < 300) return response;
    return { status, headers: response.headers, body: await readAtMost(response.bodyStream, MAX_ERROR_BODY_BYTES) };
  } catch (error) {
    if (callOptions.signal?.aborted) throw reasonOf(callOptions.signal);
    if (error instanceof ProviderFailure || !(error instanceof Error)) throw error;
    throw toProviderFailure(upstream, operation, error, 'unknown');
  }
}

function lastHeaderValues(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, string>;
}
