import type { Readable } from 'node:stream';

import { wallClock, type Now } from '../transport/clock.js';
import type { CallOptions, Effect, StreamOptions, UpstreamResponse } from '../transport/exchange.js';
import { ProviderFailure } from '../transport/failure.js';
import { readAtMost } from '../transport/read-at-most.js';
import type { UpstreamConnection } from '../transport/stack.js';
import { readAnswer } from './answer.js';
import { mediaTypeOf } from './content-type.js';
import type { ProviderApi } from './endpoint.js';
import { json } from './value-readers.js';
import type { Reader } from './reader.js';

/** A call whose bodies are files. */
export interface FileTransfer {
  /** The provider's own name for it, e.g. `GET /groups/{id}/csv`. */
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below the base URL, percent-encoded. */
  readonly path: string;
  readonly effect: Effect;
  readonly headers?: Readonly<Record<string, string>>;
  readonly stream: StreamOptions;
  /** Media types that are no file: an error page with a status of 200. */
  readonly rejectedTypes: readonly string[];
}

/** A file as it comes. */
export interface ReceivedFile {
  /** Without parameters, lower case; undefined when the provider does not say. */
  readonly contentType: string | undefined;
  readonly length: number | undefined;
  readonly body: Readable;
}

/** Asks for a file. */
export type FileDownloader = (transfer: FileTransfer, callOptions: CallOptions) => Promise<ReceivedFile>;
/** Sends a file. The answer to it is no file, and is read like any other answer. */
export type FileUploader = <Answer>(
  transfer: FileTransfer,
  answer: Reader<Answer>,
  callOptions: CallOptions,
) => Promise<Answer>;

interface StreamingApi extends ProviderApi {
  readonly connection: UpstreamConnection;
}

/** Downloads files of one provider. An answer that is no success is handled like any other answer. */
export function createFileDownloader(api: StreamingApi, now: Now = wallClock): FileDownloader {
  const { upstream } = api.connection;
  return (transfer, callOptions) =>
    exchangeStream(api, transfer, callOptions, async (response) => {
      const { name, rejectedTypes } = transfer;
      const { bodyStream: body } = response;
      // An answer without a streaming body is no success, and reading it throws.
      if (!body) return readAnswer(api, toEndpoint(transfer, json), response, now) as never;
      const header = response.headers['content-type'];
      const contentType = header === undefined ? undefined : mediaTypeOf(header);
      if (contentType !== undefined && rejectedTypes.includes(contentType)) {
        body.destroy();
        throw new ProviderFailure(upstream, 'protocol', `${name} answered ${contentType} instead of a file`, {
          status: response.status,
        });
      }
      const length = Number(response.headers['content-length'] ?? NaN);
      return { contentType, length: Number.isSafeInteger(length) ? length : undefined, body };
    });
}

/** Uploads files to one provider. */
export function createFileUploader(api: StreamingApi, now: Now = wallClock): FileUploader {
  const { upstream } = api.connection;
  return (transfer, answer, callOptions) =>
    exchangeStream(api, transfer, callOptions, async (response) => {
      const body = response.bodyStream
        ? await readAnswerBody(response.bodyStream, upstream, transfer.name)
        : response.body;
      return readAnswer(api, toEndpoint(transfer, answer), { ...response, body }, now);
    });
}

async function exchangeStream<Answer>(
  { basePath, codec, connection }: StreamingApi,
  { name, method, path, effect, headers = {}, stream }: FileTransfer,
  callOptions: CallOptions,
  read: (response: UpstreamResponse) => Promise<Answer>,
): Promise<Answer> {
  const { streamExchange: exchange, health } = connection;
  try {
    const allHeaders = { ...codec.headers, ...headers };
    const answer = await read(
      await exchange({
        operation: name,
        method,
        path: `${basePath}${path}`,
        headers: allHeaders,
        effect,
        callOptions: callOptions,
        stream,
      }),
    );
    health.recordSuccess();
    return answer;
  } catch (error) {
    // A file that breaks off at the client, or a client that leaves, says nothing about the provider.
    const isNotTheirs = callOptions.signal?.aborted === true || Boolean(stream.body?.errored);
    if (error instanceof ProviderFailure && !isNotTheirs) health.recordFailure(error);
    throw error;
  }
}

function toEndpoint<Answer>({ name, method, path, effect }: FileTransfer, answer: Reader<Answer>) {
  return { name, method, path: () => path, effect, answer };
}

/** The answer to an upload is short; a longer one is cut here and then unreadable. */
const MAX_ANSWER_BYTES = 64 * 1024;

async function readAnswerBody(body: Readable, upstream: string, name: string): Promise<Buffer> {
  try {
    return await readAtMost(body, MAX_ANSWER_BYTES);
  } catch (cause) {
    const message = `${name}: the file was sent, and the answer to it broke off`;
    throw new ProviderFailure(upstream, 'unavailable', message, { sent: 'unknown', cause });
  }
}
