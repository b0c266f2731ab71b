import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';

import { CsvError, parse } from 'csv-parse/sync';

/** One line of a CSV, which is one row of it. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** From 1. */
  readonly line: number;
  /** As it was written, without its end. */
  readonly raw: string;
}

/** What is wrong with a CSV, and where. */
export class CsvFault extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`Line ${line}: ${reason}`);
    this.name = 'CsvFault';
  }
}

/** Longer lines are none of a CSV of contacts. */
const MAX_LINE_BYTES = 16 * 1024;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const LINE_END = 0x0a;

/**
 * Reads a CSV of UTF-8 line by line, without its byte order mark. A line break within a value is a fault: line by line
 * is how the servers read it that this is for.
 */
export async function* readCsv(body: Readable): AsyncGenerator<CsvRow, void> {
  let line = 0;
  for await (const lines of linesOf(body)) {
    yield* readLines(lines, line + 1);
    line += lines.length;
  }
}

/** Parses many lines at once; if some are invalid, one by one, so that the first of them is reported. */
function readLines(lines: readonly Buffer[], first: number): readonly CsvRow[] {
  const texts = lines.map((bytes, index) => textOf(bytes, first + index));
  const all = parseCsvOr(texts.join('\n'), () => []);
  return texts.map((raw, index) => {
    const line = first + index;
    const failLine = (reason: string): never => {
      throw new CsvFault(line, reason);
    };
    // A value that goes over lines makes fewer rows than there are lines.
    const cells = all.length === texts.length ? all[index] : parseCsvOr(raw, failLine)[0];
    return { cells: cells ?? [''], line, raw };
  });
}

function textOf(bytes: Buffer, line: number): string {
  if (!isUtf8(bytes)) throw new CsvFault(line, 'it holds bytes that are no UTF-8; save the file as UTF-8');
  const raw = bytes.toString('utf8').replace(/\r$/, '');
  if (raw.includes('\r')) throw new CsvFault(line, 'it holds a carriage return; end lines with a line feed');
  return raw;
}

function parseCsvOr(text: string, onError: (reason: string) => string[][]): string[][] {
  try {
    return parse(`${text}\n`, { record_delimiter: '\n', relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return onError(REASONS[error.code] ?? 'it is no CSV');
  }
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_INVALID_CLOSING_QUOTE:
    'after a closing quotation mark there must be a comma (no ";") or the end of the line, and one within a value is doubled',
  INVALID_OPENING_QUOTE: 'a quotation mark must open the whole value, and one within a value is doubled',
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is not closed in its line; a value can hold no line break',
};

/** The lines of a body as they come, without their ends. */
async function* linesOf(body: Readable): AsyncGenerator<readonly Buffer[], void> {
  let rest: Buffer = Buffer.alloc(0);
  let count = 0;
  const cut = (bytes: Buffer): Buffer => {
    count += 1;
    if (bytes.length > MAX_LINE_BYTES) throw new CsvFault(count, `it is longer than ${MAX_LINE_BYTES} bytes`);
    const isMarked = count === 1 && bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
    return isMarked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
  };
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a body flows in buffers');
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const lines: Buffer[] = [];
    let at = 0;
    for (let end = bytes.indexOf(LINE_END); end !== -1; end = bytes.indexOf(LINE_END, at)) {
      lines.push(cut(bytes.subarray(at, end)));
      at = end + 1;
    }
    rest = bytes.subarray(at);
    if (lines.length > 0) yield lines;
    if (rest.length > MAX_LINE_BYTES) throw new CsvFault(count + 1, `it is longer than ${MAX_LINE_BYTES} bytes`);
  }
  if (rest.length > 0) yield [cut(rest)];
}
