import type { IncomingMessage, ServerResponse } from 'node:http';
import { Transform, type Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';

import type { Reply } from './http.js';

/** A request's body on its way through, so that a file of any size is counted and never held. */
export interface PassThroughBody {
  readonly stream: Readable;
  readonly bytes: () => number;
  /**
   * Reads and discards the rest of a body: a client that is still sending would take an early answer for a broken
   * connection.
   */
  readonly drain: () => Promise<void>;
}

export function passThrough(request: IncomingMessage): PassThroughBody {
  let bytes = 0;
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  request.pipe(stream);
  request.once('close', () => {
    if (!request.complete) stream.destroy(new Error('the request broke off'));
  });
  // A reader of the stream gets the error itself; without a reader it must not end the process.
  stream.on('error', () => undefined);
  return {
    stream,
    bytes: () => bytes,
    drain: async () => {
      request.unpipe(stream);
      request.resume();
      request.on('data', (chunk: Buffer) => (bytes += chunk.length));
      if (!request.readableEnded && !request.destroyed)
        await finished(request, { writable: false }).catch(() => undefined);
    },
  };
}

export function isStream(body: Reply['body']): body is Readable {
  return typeof body === 'object' && 'pipe' in body;
}

/** Sends a body as it comes; the reply's own headers say how long it will be, if anything does. */
export async function sendStream(response: ServerResponse, reply: Reply, body: Readable): Promise<void> {
  response.writeHead(reply.status, reply.headers);
  // A client that disconnects in the middle is not an error here; the pipeline ends both sides.
  await pipeline(body, response).catch(() => undefined);
}

/** Half of the first piece, and then the connection drops. */
export async function truncateStream(response: ServerResponse, reply: Reply, body: Readable): Promise<void> {
  response.writeHead(reply.status, reply.headers);
  for await (const chunk of body) {
    const piece = chunk as Buffer;
    await new Promise((sent) => response.write(piece.subarray(0, Math.floor(piece.length / 2)), sent));
    break;
  }
  response.destroy();
}
