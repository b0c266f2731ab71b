import type { IncomingMessage, ServerResponse } from 'node:http';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { codeOf } from '../graph/errors.js';
import type { Reference } from '../graph/id.js';
import type { MediaBackend } from '../graph/media/media.js';
import type { ImportOnce } from '../graph/media/once.js';
import { toOutcomeError } from '../graph/outcome-error.js';
import type { Asking } from '../transport/exchange.js';
import { ProviderFailure, type FailureKind } from '../transport/failure.js';
import { refuseBody, sendError, sendJson, toErrorBody } from './respond.js';

/** What the media paths need of the gateway. */
export interface MediaDesk {
  /** What a token allows, or undefined when it allows this verb nothing. */
  readonly read: (verb: string, token: string) => Reference | undefined;
  readonly backendOf: (reference: Reference) => MediaBackend | undefined;
  readonly maxUploadBytes: number;
  /** Sends a file that adds to what is there once for each signed URL, whoever repeats the request. */
  readonly once: ImportOnce;
}

const STATUS: Readonly<Record<FailureKind, number>> = {
  unavailable: 502,
  timeout: 504,
  auth: 502,
  'not-found': 404,
  rejected: 422,
  'rate-limited': 503,
  overloaded: 503,
  protocol: 502,
};

/** Answers the signed URLs: files flow through in both directions and are never held; one that stands still is let go. */
export function createMedia(
  desk: MediaDesk,
  idleMs: number,
): (request: IncomingMessage, response: ServerResponse, token: string) => Promise<void> {
  return async (request, response, token) => {
    const { method = 'GET' } = request;
    if (method !== 'GET' && method !== 'PUT') {
      response.setHeader('allow', 'GET, PUT');
      sendError(response, 405, 'BAD_REQUEST', 'A signed URL is read with GET or written with PUT.');
      return;
    }
    const reference = desk.read(method, token);
    const backend = reference && desk.backendOf(reference);
    if (!reference || !backend) {
      const message = `This URL does not allow ${method} (any more): signed URLs are good for 15 minutes and one verb; ask for a new one.`;
      sendError(response, 403, 'FORBIDDEN', message);
      return;
    }
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort(new Error('the client has gone'));
    });
    try {
      if (method === 'GET') await download(backend, reference, { signal: gone.signal }, response, idleMs);
      else await upload(backend, { reference, token, desk, gone: gone.signal }, request, response);
    } catch (error) {
      if (response.headersSent || gone.signal.aborted) {
        // A broken transfer must not look like a short file.
        response.destroy();
        return;
      }
      if (!(error instanceof ProviderFailure)) throw error;
      const [status, told] = [STATUS[error.kind], toErrorBody(codeOf(error), error.message)];
      if (request.complete) sendJson(response, status, told);
      else refuseBody(request, response, status, told);
    }
  };
}

async function download(
  backend: MediaBackend,
  reference: Reference,
  asking: Asking,
  response: ServerResponse,
  idleMs: number,
): Promise<void> {
  const { contentType, length, fileName, body } = await backend.download(reference, asking);
  try {
    response.writeHead(200, {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(length === undefined ? {} : { 'content-length': String(length) }),
    });
    // Who stops reading, but stays, would hold the provider's socket for ever.
    response.setTimeout(idleMs, () => response.destroy());
    await pipeline(body, response);
  } finally {
    // Also where no byte of it could be sent.
    body.destroy();
  }
}

interface Uploading {
  readonly reference: Reference;
  readonly token: string;
  readonly desk: MediaDesk;
  readonly gone: AbortSignal;
}

async function upload(
  backend: MediaBackend,
  { reference, token, desk, gone }: Uploading,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const most = desk.maxUploadBytes;
  const announced = request.headers['content-length'];
  const length = announced === undefined ? undefined : Number(announced);
  const message = `The file is larger than ${most} bytes, which is the most that this gateway takes.`;
  if (length !== undefined && length > most) {
    refuseBody(request, response, 413, toErrorBody('BAD_USER_INPUT', message));
    return;
  }
  const body = atMost(most);
  // Until the provider takes it, nobody would hear of its end, and an error that nobody hears ends the process.
  body.on('error', () => undefined);
  request.pipe(body);
  request.once('close', () => {
    if (!request.complete) body.destroy(new Error('the upload was cut off'));
  });
  const file = { contentType: request.headers['content-type'], length, body };
  const { add } = backend;
  try {
    if (adds(reference) && add) await importOnce((asking, earlier) => add(reference, file, earlier, asking));
    else await backend.upload(reference, file, { signal: gone });
  } catch (error) {
    // What is left of the file goes nowhere, and must not wait for it.
    request.unpipe(body);
    body.destroy();
    if (!body.isTooLong()) throw error;
    refuseBody(request, response, 413, toErrorBody('BAD_USER_INPUT', message));
    return;
  }
  if (!response.headersSent) sendJson(response, 200, { stored: true });

  async function importOnce(sending: Parameters<ImportOnce>[3]): Promise<void> {
    const outcome = await desk.once(reference, token, { signal: gone }, sending);
    if (outcome.is === 'done' && !outcome.replayed) return;
    if (outcome.is === 'failed') throw outcome.failure;
    body.destroy();
    const [status, code, sentence] = endOf(outcome, reference.upstream);
    refuseBody(request, response, status, toErrorBody(code, sentence));
  }
}

/** Whether a file adds to what is there: a second one would add it twice. */
function adds({ noun }: Reference): boolean {
  return noun === 'group';
}

type Ended = Exclude<Awaited<ReturnType<ImportOnce>>, { readonly is: 'failed' }>;

/** Status, code and sentence for an import that this request did not bring to its end. */
function endOf(outcome: Ended, upstream: string): readonly [number, string, string] {
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

interface Limited extends Transform {
  readonly isTooLong: () => boolean;
}

/** Lets so many bytes through and then breaks, so that a client that announced no length can't fill the provider. */
function atMost(most: number): Limited {
  let left = most;
  const transform = new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      left -= chunk.length;
      if (left < 0) done(new Error('the upload is too long'));
      else done(null, chunk);
    },
  });
  return Object.assign(transform, { isTooLong: () => left < 0 });
}
