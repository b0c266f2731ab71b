import type { Codec, ListEndpoint } from '../../src/wire/endpoint.js';
import type { createLister } from '../../src/wire/lister.js';
import { text } from '../../src/wire/value-readers.js';
import { xmlCodec } from '../../src/wire/xml.js';
import type { Reader } from '../../src/wire/reader.js';
import { oneOrMany, record } from '../../src/wire/structure-readers.js';
import { describeType, UnreadableValue } from '../../src/wire/unreadable-value.js';

/** A codec of lists whose rows are parsed a few at a time, and the same without another thread. */
export const APART = xmlCodec({ roots: ['List', 'Other'], lists: { List: 'Row' }, partLength: 400 });
export const INLINE = xmlCodec({ roots: ['List', 'Other'] });

/** A row as it was parsed, which must have an id. */
const row: Reader<unknown> = (value, at) => {
  record({ id: text })(value, at);
  return value;
};

const anything: Reader<unknown> = (value) => value;

/** All rows of an answer. */
export const rowsEndpoint: ListEndpoint<undefined, readonly unknown[], unknown> = {
  name: 'GET /rows',
  method: 'GET',
  path: () => '/rows',
  effect: 'reads',
  answer: (value, at) => {
    const { List } = record({ List: anything })(value, at);
    if (List === '') return [];
    const names = typeof List === 'object' && List !== null ? Object.keys(List).join() : describeType(List);
    if (names !== 'Row') throw new UnreadableValue('rows', `${at} <List>`, names);
    return oneOrMany(row)(record({ Row: anything })(List, at).Row, `${at} <List>`);
  },
  rows: { key: null, row, extract: (rows) => rows },
};

/** Long enough to be parsed on another thread, whatever it is. */
export const PADDING = `<!--${'-'.repeat(70_000)}x-->`;

export interface Read {
  readonly rows: readonly unknown[];
  /** How many came at a time. */
  readonly parts: readonly number[];
}

/** What a lister makes of a body; fails as it does. */
export async function readRows(
  lister: typeof createLister,
  codec: Codec,
  body: string | Buffer,
  signal?: AbortSignal,
): Promise<Read> {
  const rows: unknown[] = [];
  const parts: number[] = [];
  for await (const part of await openRows(lister, codec, body, signal)) {
    parts.push(part.length);
    rows.push(...part);
  }
  return { rows, parts };
}

/** The rows of a body, before any was asked for. */
export async function openRows(
  lister: typeof createLister,
  codec: Codec,
  body: string | Buffer,
  signal?: AbortSignal,
): Promise<AsyncIterable<readonly unknown[]>> {
  const response = { status: 200, headers: { 'content-type': 'text/xml' }, body: Buffer.from(body) };
  const connection = { upstream: 'xml', exchange: async () => response };
  const { rows } = await lister({ connection, basePath: '', codec })(rowsEndpoint, undefined, signal ? { signal } : {});
  return rows;
}
