import { isUtf8 } from 'node:buffer';

import { checkXml, createXmlParser, hasXmlChildren, notWellFormed, type XmlShape } from './xml-parse.js';
import { findXmlRows } from './xml-rows.js';

/** What is parsed off the event loop: a body that may be a long list, or some rows of one. */
export type XmlTask = XmlDocumentTask | XmlRowsTask;

export interface XmlDocumentTask {
  readonly kind: 'document';
  readonly bytes: Uint8Array;
  readonly shape: XmlShape;
  /** The name of the rows by that of the root, of lists that may be long. */
  readonly lists: Readonly<Record<string, string>>;
  /** Longer lists are rejected, in characters. For documents that are no such list, the limit of the shape applies. */
  readonly maxListLength: number;
  /** Length of a part of the rows, in characters. */
  readonly partLength: number;
}

export interface XmlRowsTask {
  readonly kind: 'rows';
  /** A document of these rows alone. */
  readonly bytes: Uint8Array;
  readonly shape: XmlShape;
  readonly root: string;
  readonly row: string;
  /** How many they must be. */
  readonly count: number;
}

/** Where the rows of a body are, in bytes. */
export interface XmlRowOffsets {
  readonly root: string;
  readonly row: string;
  /** So many bytes stand before all rows, and belong before those of each part. */
  readonly head: number;
  /** What belongs behind them. */
  readonly close: string;
  readonly parts: ReadonlyArray<{ readonly from: number; readonly to: number; readonly rows: number }>;
}

/** What comes of a task; `document` is without its rows where they have places. */
export type XmlOutcome =
  | { readonly document: unknown; readonly places: XmlRowOffsets | undefined }
  | { readonly rows: readonly unknown[] }
  | { readonly refused: string };

/** Does a task; a body that is not such XML is rejected with the parser's SyntaxError. */
export function parseXmlTask(task: XmlTask): XmlOutcome {
  try {
    const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
    // The reader of the answer gives a better message for this.
    if (!isUtf8(bytes)) throw notWellFormed();
    const text = bytes.toString('utf8');
    return task.kind === 'document' ? parseDocument(text, task) : parseRows(text, task);
  } catch (error) {
    if (error instanceof SyntaxError) return { refused: error.message };
    // The document is too deep or too long for the engine. Thrown on, the error would end the thread and with it the
    // tasks of other requests.
    if (error instanceof RangeError) return { refused: notWellFormed().message };
    throw error;
  }
}

function parseDocument(text: string, { shape, lists, maxListLength, partLength }: XmlDocumentTask): XmlOutcome {
  const parse = createXmlParser(shape);
  checkXml(text, maxListLength);
  const found = findXmlRows(text, lists, partLength);
  const rows = found?.parts.reduce((sum, part) => sum + part.rows, 0) ?? 0;
  // The parser gives a single element as a value and not as a list, and messages would name it differently.
  if (!found || rows < 2) return { document: parse(text), places: undefined };
  const { root, row, head, close, tail } = found;
  const rest = parse(`${head}${close}${tail}`);
  if (rest[root] !== '') return { document: parse(text), places: undefined };
  let counted = 0;
  let bytes = 0;
  const toBytes = (at: number): number => {
    bytes += Buffer.byteLength(text.slice(counted, at));
    counted = at;
    return bytes;
  };
  const places = { root, row, close, head: toBytes(head.length) };
  const parts = found.parts.map(({ from, to, rows: each }) => ({ from: toBytes(from), to: toBytes(to), rows: each }));
  return { document: rest, places: { ...places, parts } };
}

function parseRows(text: string, { shape, root, row, count }: XmlRowsTask): XmlOutcome {
  const list = createXmlParser(shape)(text)[root];
  const found = hasXmlChildren(list) ? list[row] : undefined;
  const rows: readonly unknown[] = Array.isArray(found) ? found : [found];
  // Other elements, or another number of rows than expected, would be lost silently.
  if (!hasXmlChildren(list) || Object.keys(list).join() !== row || rows.length !== count) throw notWellFormed();
  return { rows };
}
