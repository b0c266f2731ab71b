import type { CancelSignal } from '../transport/cancel-token.js';
import { raceWithAbort, reasonOf } from '../transport/abort.js';
import { yieldToEventLoop } from '../transport/yield.js';
import type { ParseRowPart, Codec } from './endpoint.js';
import type { XmlShape } from './xml-parse.js';
import type { XmlDocumentTask, XmlRowOffsets } from './xml-task.js';
import { runInXmlWorker } from './xml-worker-client.js';

/** The shape of bodies, and which of them are lists. */
export type XmlWorkerOptions = Omit<XmlDocumentTask, 'kind' | 'bytes'>;

/** So many bytes are copied within a millisecond. */
const COPY_CHUNK_BYTES = 1024 * 1024;

/** Parses on the other thread: a body's structure at once, and its rows part by part as they are asked for. */
export function createXmlWorkerParser(options: XmlWorkerOptions): NonNullable<Codec['parseInWorker']> {
  return async (body, signal) => {
    const outcome = await runExclusive(signal, async () => {
      const bytes = await copyBytes(body);
      return runInXmlWorker({ kind: 'document', bytes, ...options });
    });
    if ('refused' in outcome) throw new SyntaxError(outcome.refused);
    if (!('document' in outcome)) throw new TypeError('a document was parsed as rows');
    const { document, places } = outcome;
    if (!places) return { value: document, parts: [], rowPathPrefix: '' };
    return { value: document, parts: toRowParts(body, places, options.shape), rowPathPrefix: ` <${places.root}>` };
  };
}

function toRowParts(
  body: Buffer,
  { root, row, head, close, parts }: XmlRowOffsets,
  shape: XmlShape,
): readonly ParseRowPart[] {
  const begin = body.subarray(0, head);
  const end = Buffer.from(close);
  return parts.map(({ from, to, rows: count }): ParseRowPart => async (signal) => {
    const bytes = joinBytes(begin, body.subarray(from, to), end);
    const outcome = await raceWithAbort(runInXmlWorker({ kind: 'rows', bytes, shape, root, row, count }), signal);
    if ('refused' in outcome) throw new SyntaxError(outcome.refused);
    if (!('rows' in outcome)) throw new TypeError('rows were parsed as a document');
    return outcome.rows;
  });
}

/** Ends when the last body that waits has had its turn. */
let lastTask: Promise<unknown> = Promise.resolve();

/** The other thread copies and holds one body at a time, however many there are. */
function runExclusive<T>(signal: CancelSignal | undefined, work: () => Promise<T>): Promise<T> {
  const task = lastTask.then(() => {
    if (signal?.aborted) throw reasonOf(signal);
    return work();
  });
  lastTask = task.catch(() => undefined);
  return raceWithAbort(task, signal);
}

// The bytes are copied, because they are transferred to the other thread: the body itself may be cached, and small
// buffers share their memory.
async function copyBytes(body: Buffer): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.allocUnsafeSlow(body.length);
  for (let at = 0; at < body.length; at += COPY_CHUNK_BYTES) {
    if (at > 0) await yieldToEventLoop();
    bytes.set(body.subarray(at, at + COPY_CHUNK_BYTES), at);
  }
  return bytes;
}

function joinBytes(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
