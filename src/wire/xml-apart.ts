import { orAborted, reasonOf } from '../transport/abort.js';
import { nextTurn } from '../transport/turn.js';
import type { ApartRows, Codec } from './endpoint.js';
import type { XmlShape } from './xml-parse.js';
import type { XmlDocumentTask, XmlPlaces } from './xml-task.js';
import { runOnXmlThread } from './xml-thread.js';

/** What bodies look like, and which of them are lists. */
export type ApartOptions = Omit<XmlDocumentTask, 'kind' | 'bytes'>;

/** So many bytes are copied within a millisecond. */
const COPIED_AT_ONCE = 1024 * 1024;

/** Parses on the other thread: a body's structure at once, and its rows part by part as they are asked for. */
export function createApart(options: ApartOptions): NonNullable<Codec['parseApart']> {
  return async (body, signal) => {
    const outcome = await inTurn(signal, async () => {
      const bytes = await copy(body);
      return runOnXmlThread({ kind: 'document', bytes, ...options });
    });
    if ('refused' in outcome) throw new SyntaxError(outcome.refused);
    if (!('document' in outcome)) throw new TypeError('a document was parsed as rows');
    const { document, places } = outcome;
    if (!places) return { value: document, parts: [], place: '' };
    return { value: document, parts: partsOf(body, places, options.shape), place: ` <${places.root}>` };
  };
}

function partsOf(body: Buffer, { root, row, head, close, parts }: XmlPlaces, shape: XmlShape): readonly ApartRows[] {
  const begin = body.subarray(0, head);
  const end = Buffer.from(close);
  return parts.map(({ from, to, rows: count }): ApartRows => async (signal) => {
    const bytes = join(begin, body.subarray(from, to), end);
    const outcome = await orAborted(runOnXmlThread({ kind: 'rows', bytes, shape, root, row, count }), signal);
    if ('refused' in outcome) throw new SyntaxError(outcome.refused);
    if (!('rows' in outcome)) throw new TypeError('rows were parsed as a document');
    return outcome.rows;
  });
}

/** Ends when the last body that waits has had its turn. */
let turns: Promise<unknown> = Promise.resolve();

/** One body at a time is copied and held by the other thread, however many there are. */
function inTurn<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  const turn = turns.then(() => {
    if (signal?.aborted) throw reasonOf(signal);
    return work();
  });
  turns = turn.catch(() => undefined);
  return orAborted(turn, signal);
}

// Bytes are given away to the other thread: the body itself may be in a cache, and small buffers share their memory.
async function copy(body: Buffer): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.allocUnsafeSlow(body.length);
  for (let at = 0; at < body.length; at += COPIED_AT_ONCE) {
    if (at > 0) await nextTurn();
    bytes.set(body.subarray(at, at + COPIED_AT_ONCE), at);
  }
  return bytes;
}

function join(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
