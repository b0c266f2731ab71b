import type { Readable } from 'node:stream';

import type { Dispatcher } from 'undici';

import { reasonOf } from './abort.js';
import { decodeFlow } from './decode.js';
import type { Flow, Request, Response } from './exchange.js';
import { ProviderFailure } from './failure.js';
import { toFailure } from './socket-failure.js';

/** A refusal is a sentence, not a file. */
const LONGEST_REFUSAL = 64 * 1024;

/** Sends a request whose bodies stream; what is no success is read whole, so that it can be judged like any answer. */
export async function transfer(
  pool: Dispatcher,
  upstream: string,
  request: Request & { readonly origin: string },
  flow: Flow,
): Promise<Response> {
  const { origin, method, path, operation, asking, onSent } = request;
  // A stream can be sent once: after a refused ticket there is nothing left to repeat it with.
  if (flow.body?.readableDidRead) {
    const message = `${operation}: the log-in had expired when the upload began; send it again`;
    throw new ProviderFailure(upstream, 'auth', message, { status: 401, sent: 'yes' });
  }
  if (asking.signal?.aborted) throw reasonOf(asking.signal);
  onSent?.();
  try {
    const answer = await pool.request({
      origin,
      method,
      path,
      headers: { ...request.headers, 'accept-encoding': 'identity' },
      body: flow.body ?? request.body ?? null,
      signal: asking.signal ?? null,
      headersTimeout: flow.idleMs,
      bodyTimeout: flow.idleMs,
    });
    // Whoever reads it hears of its end too; where nobody does, an abort must not end the process.
    answer.body.on('error', () => undefined);
    const { statusCode: status } = answer;
    const none = Buffer.alloc(0);
    const response = decodeFlow({ status, headers: lastOfEach(answer.headers), body: none, flow: answer.body });
    if (status >= 200 && status < 300) return response;
    return { status, headers: response.headers, body: await beginningOf(response.flow) };
  } catch (error) {
    if (asking.signal?.aborted) throw reasonOf(asking.signal);
    if (error instanceof ProviderFailure || !(error instanceof Error)) throw error;
    throw toFailure(upstream, operation, error, 'unknown');
  }
}

function lastOfEach(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, string>;
}

async function beginningOf(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    // Leaving the loop destroys the rest.
    if (size > LONGEST_REFUSAL) break;
  }
  return Buffer.concat(chunks).subarray(0, LONGEST_REFUSAL);
}
