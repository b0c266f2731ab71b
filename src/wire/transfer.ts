import type { Readable } from 'node:stream';

import { wallClock, type Now } from '../transport/clock.js';
import type { Asking, Effect, Flow, Response } from '../transport/exchange.js';
import { ProviderFailure } from '../transport/failure.js';
import type { Connection } from '../transport/stack.js';
import { readAnswer } from './answer.js';
import { mediaType } from './content-type.js';
import type { Dialect } from './endpoint.js';
import { json, type Reader } from './read.js';

/** A call whose bodies are files. */
export interface Transfer {
  /** The provider's own name for it, e.g. `GET /groups/{id}/csv`. */
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below the base URL, percent-encoded. */
  readonly path: string;
  readonly effect: Effect;
  readonly headers?: Readonly<Record<string, string>>;
  readonly flow: Flow;
  /** Media types that are no file: an error page with a status of 200. */
  readonly refuses: readonly string[];
}

/** A file as it comes. */
export interface Transferred {
  /** Without parameters, lower case; undefined when the provider does not say. */
  readonly contentType: string | undefined;
  readonly length: number | undefined;
  readonly body: Readable;
}

/** Asks for a file. */
export type Transferrer = (transfer: Transfer, asking: Asking) => Promise<Transferred>;
/** Sends a file; the answer is none, and is read like any other. */
export type Sender = <Answer>(transfer: Transfer, answer: Reader<Answer>, asking: Asking) => Promise<Answer>;

interface FlowingDialect extends Dialect {
  readonly connection: Connection;
}

/** Takes files in one dialect: an answer that is no success is read and judged like any other. */
export function createTransferrer(dialect: FlowingDialect, now: Now = wallClock): Transferrer {
  const { upstream } = dialect.connection;
  return (transfer, asking) =>
    judged(dialect, transfer, asking, async (response) => {
      const { name, refuses } = transfer;
      const { flow: body } = response;
      // Without a body that flows it is no success, and reading it throws.
      if (!body) return readAnswer(dialect, toEndpoint(transfer, json), response, now) as never;
      const said = response.headers['content-type'];
      const contentType = said === undefined ? undefined : mediaType(said);
      if (contentType !== undefined && refuses.includes(contentType)) {
        body.destroy();
        throw new ProviderFailure(upstream, 'protocol', `${name} answered ${contentType} instead of a file`, {
          status: response.status,
        });
      }
      const length = Number(response.headers['content-length'] ?? NaN);
      return { contentType, length: Number.isSafeInteger(length) ? length : undefined, body };
    });
}

/** Sends files in one dialect. */
export function createSender(dialect: FlowingDialect, now: Now = wallClock): Sender {
  const { upstream } = dialect.connection;
  return (transfer, answer, asking) =>
    judged(dialect, transfer, asking, async (response) => {
      const body = response.flow ? await beginningOf(response.flow, upstream, transfer.name) : response.body;
      return readAnswer(dialect, toEndpoint(transfer, answer), { ...response, body }, now);
    });
}

async function judged<Answer>(
  { basePath, codec, connection }: FlowingDialect,
  { name, method, path, effect, headers = {}, flow }: Transfer,
  asking: Asking,
  read: (response: Response) => Promise<Answer>,
): Promise<Answer> {
  const { transfer: exchange, health } = connection;
  try {
    const sent = { ...codec.headers, ...headers };
    const answer = await read(
      await exchange({ operation: name, method, path: `${basePath}${path}`, headers: sent, effect, asking, flow }),
    );
    health.succeeded();
    return answer;
  } catch (error) {
    // A file that breaks off where it comes from, or whoever leaves, says nothing about the provider.
    const innocent = asking.signal?.aborted === true || Boolean(flow.body?.errored);
    if (error instanceof ProviderFailure && !innocent) health.failed(error);
    throw error;
  }
}

function toEndpoint<Answer>({ name, method, path, effect }: Transfer, answer: Reader<Answer>) {
  return { name, method, path: () => path, effect, answer };
}

/** Longer ones are no receipt for a file. */
const LONGEST_ANSWER = 64 * 1024;

async function beginningOf(body: Readable, upstream: string, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('a body flows in buffers');
      chunks.push(chunk);
      size += chunk.length;
      // Leaving the loop destroys the rest.
      if (size > LONGEST_ANSWER) break;
    }
  } catch (cause) {
    const message = `${name}: the file was sent, and the answer to it broke off`;
    throw new ProviderFailure(upstream, 'unavailable', message, { sent: 'unknown', cause });
  }
  return Buffer.concat(chunks);
}
