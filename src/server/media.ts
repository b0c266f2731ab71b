import type { IncomingMessage, ServerResponse } from 'node:http';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import contentDisposition from 'content-disposition';

import type { CallerCredentials } from '../transport/upstream-credential.js';
import { codeOf } from '../graph/values/errors.js';
import type { Reference } from '../graph/values/id.js';
import type { MediaBackend } from '../graph/media/backend.js';
import type { RunImport } from '../graph/media/import-once.js';
import type { SignedReference } from '../graph/media/signer.js';
import { toOutcomeError } from '../graph/mutations/outcome-error.js';
import type { CallOptions } from '../transport/exchange.js';
import { ProviderFailure, type FailureKind } from '../transport/failure.js';
import { isRefusal, type ReadCallerCredentials } from './auth/caller-credentials.js';
import { refuseCaller } from './auth/refuse-caller.js';
import { refuseBody, sendError, sendJson, toErrorBody } from './respond.js';

/** What the media paths need of the gateway. */
export interface MediaService {
  /** What a token allows with this verb, or undefined. */
  readonly read: (verb: string, token: string) => SignedReference | undefined;
  /** Undefined too where it was signed for another credential than these. */
  readonly backendOf: (reference: SignedReference, credentials?: CallerCredentials) => MediaBackend | undefined;
  readonly maxUploadBytes: number;
  /** Sends a file that adds to existing data once for each signed URL, even if the request is repeated. */
  readonly importOnce: RunImport;
}

const STATUS_BY_KIND: Readonly<Record<FailureKind, number>> = {
  unavailable: 502,
  timeout: 504,
  auth: 502,
  'not-found': 404,
  rejected: 422,
  'rate-limited': 503,
  overloaded: 503,
  'over-budget': 503,
  protocol: 502,
};

/**
 * Answers signed URLs. Files are streamed in both directions and never held in memory; a transfer that stops is ended.
 */
export function createMediaHandler(
  service: MediaService,
  readCredentials: ReadCallerCredentials | undefined,
  idleMs: number,
): (request: IncomingMessage, response: ServerResponse, token: string) => Promise<void> {
  return async (request, response, token) => {
    const { method = 'GET' } = request;
    if (method !== 'GET' && method !== 'PUT') {
      response.setHeader('allow', 'GET, PUT');
      sendError(response, 405, 'BAD_REQUEST', 'A signed URL is read with GET or written with PUT.');
      return;
    }
    const reference = service.read(method, token);
    const read = readCredentials?.(request);
    if (isRefusal(read)) {
      refuseCaller(request, response, read);
      return;
    }
    const backend = reference && service.backendOf(reference, read);
    if (!reference || !backend) {
      const message = `This URL does not allow ${method} (any more): signed URLs are good for 15 minutes, one verb, and the credential that they were asked for with; ask for a new one.`;
      sendError(response, 403, 'FORBIDDEN', message);
      return;
    }
    const disconnected = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) disconnected.abort(new Error('the client has gone'));
    });
    try {
      const callOptions = { signal: disconnected.signal, credentials: read };
      if (method === 'GET') await download(backend, reference, callOptions, response, idleMs);
      else await upload(backend, { reference, token, service, callOptions }, request, response);
    } catch (error) {
      if (response.headersSent || disconnected.signal.aborted) {
        // A broken transfer must not look like a short file.
        response.destroy();
        return;
      }
      if (!(error instanceof ProviderFailure)) throw error;
      const [status, errorBody] = [STATUS_BY_KIND[error.kind], toErrorBody(codeOf(error), error.message)];
      if (request.complete) sendJson(response, status, errorBody);
      else refuseBody(request, response, status, errorBody);
    }
  };
}

async function download(
  backend: MediaBackend,
  reference: Reference,
  callOptions: CallOptions & { readonly signal: AbortSignal },
  response: ServerResponse,
  idleMs: number,
): Promise<void> {
  const { signal } = callOptions;
  const { contentType, length, fileName, body } = await backend.download(reference, callOptions);
  try {
    response.writeHead(200, {
      'content-type': contentType,
      'content-disposition': contentDisposition(fileName),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(length === undefined ? {} : { 'content-length': String(length) }),
    });
    // A client that stops reading and stays connected would hold the provider's socket for ever.
    response.setTimeout(idleMs, () => response.destroy());
    // Of one that waits behind another on its connection, node 20 does not see that it is over.
    await pipeline(body, response, { signal });
  } finally {
    // Also if no byte of it could be sent.
    body.destroy();
  }
}

interface UploadTarget {
  readonly reference: Reference;
  readonly token: string;
  readonly service: MediaService;
  readonly callOptions: CallOptions;
}

async function upload(
  backend: MediaBackend,
  { reference, token, service, callOptions: clientOptions }: UploadTarget,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const maxBytes = service.maxUploadBytes;
  const contentLength = request.headers['content-length'];
  const length = contentLength === undefined ? undefined : Number(contentLength);
  const message = `The file is larger than ${maxBytes} bytes, which is the most that this gateway takes.`;
  if (length !== undefined && length > maxBytes) {
    refuseBody(request, response, 413, toErrorBody('BAD_USER_INPUT', message));
    return;
  }
  const body = limitBytes(maxBytes);
  // Until the provider reads it, an error of this stream would have no listener and end the process.
  body.on('error', () => undefined);
  request.pipe(body);
  request.once('close', () => {
    if (!request.complete) body.destroy(new Error('the upload was cut off'));
  });
  const file = { contentType: request.headers['content-type'], length, body };
  const { append } = backend;
  try {
    if (appendsFile(reference) && append)
      await importFile((callOptions, earlier) => append(reference, file, earlier, callOptions));
    else await backend.upload(reference, file, clientOptions);
  } catch (error) {
    // The rest of the file is not needed any more and must not wait to be read.
    request.unpipe(body);
    body.destroy();
    if (!body.isTooLong()) throw error;
    refuseBody(request, response, 413, toErrorBody('BAD_USER_INPUT', message));
    return;
  }
  if (!response.headersSent) sendJson(response, 200, { stored: true });

  async function importFile(sendFile: Parameters<RunImport>[3]): Promise<void> {
    const outcome = await service.importOnce(reference, token, clientOptions, sendFile);
    if (outcome.is === 'done' && !outcome.replayed) return;
    if (outcome.is === 'failed') throw outcome.failure;
    body.destroy();
    const [status, code, sentence] = toErrorReply(outcome, reference.upstream);
    refuseBody(request, response, status, toErrorBody(code, sentence));
  }
}

/** Whether a file adds to existing data: sent twice, it would add its rows twice. */
function appendsFile({ noun }: Reference): boolean {
  return noun === 'group';
}

type FinishedImport = Exclude<Awaited<ReturnType<RunImport>>, { readonly is: 'failed' }>;

/** Status, code and sentence for an import that this request did not complete. */
function toErrorReply(outcome: FinishedImport, upstream: string): readonly [number, string, string] {
  if (outcome.is === 'done') {
    return [409, 'CONFLICT', 'The file of this URL was imported already; sign a new URL to import another.'];
  }
  if (outcome.is === 'rejected') {
    const code = outcome.mistakes[0]?.code ?? 'UPSTREAM_REJECTED';
    return [code === 'CONFLICT' ? 409 : 422, code, outcome.mistakes.map(({ message }) => message).join(' ')];
  }
  const { message, extensions } = toOutcomeError(outcome, upstream, []);
  return [outcome.is === 'unknown' ? 502 : 409, String(extensions['code']), message];
}

interface LimitedStream extends Transform {
  readonly isTooLong: () => boolean;
}

/** Passes so many bytes and then fails, so that a client without a content-length cannot send without end. */
function limitBytes(maxBytes: number): LimitedStream {
  let remaining = maxBytes;
  const transform = new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      remaining -= chunk.length;
      if (remaining < 0) done(new Error('the upload is too long'));
      else done(null, chunk);
    },
  });
  return Object.assign(transform, { isTooLong: () => remaining < 0 });
}
