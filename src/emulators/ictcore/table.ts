import { isUtf8 } from 'node:buffer';

/** A value as PHP's database driver hands it over: text or NULL, whatever the column. */
export type Cell = string | null;
export type Row = Record<string, Cell>;
export type Values = Readonly<Record<string, unknown>>;

export interface Column {
  readonly kind: 'text' | 'integer';
  readonly width: number;
  /** What the column holds when an INSERT does not name it; null: it may be NULL. */
  readonly fallback: Cell;
}

export interface Table<Name extends string = string> {
  readonly name: Name;
  /** The auto-increment column, where there is one. */
  readonly key?: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** The database's triggers on this table. */
  readonly inserted?: (row: Row, rowsOf: RowsOf) => void;
  readonly updated?: (row: Row, before: Row, rowsOf: RowsOf) => void;
  readonly removed?: (row: Row, rowsOf: RowsOf) => void;
}

export type RowsOf = (table: Table) => Rows;

/** The rows of one table, oldest key first. */
export interface Rows {
  readonly all: () => readonly Row[];
  readonly find: (key: number) => Row | undefined;
  readonly insert: (values: Values) => Row;
  readonly update: (row: Row, values: Values) => void;
  readonly remove: (row: Row) => void;
  /** Uses up a key, as an INSERT does that fails. */
  readonly skip: () => void;
}

export const text = (width: number, fallback: Cell = null): Column => ({ kind: 'text', width, fallback });
export const integer = (fallback: Cell = null): Column => ({ kind: 'integer', width: 11, fallback });

export function createRows(table: Table, rowsOf: RowsOf, charset?: 'latin1'): Rows {
  const { key, columns } = table;
  let rows: Row[] = [];
  let last = 0;
  const byKey = new Map<number, Row>();
  return {
    all: () => rows,
    find: (id) => byKey.get(id),
    insert: (values) => {
      const row: Row = Object.fromEntries(Object.entries(columns).map(([name, { fallback }]) => [name, fallback]));
      // An INSERT leaves out empty text as it does NULL: captures 28 and 141 (description and settings become NULL).
      write(row, columns, values, (cell) => cell !== '', charset);
      rows.push(row);
      if (key) {
        const given = toInteger(row[key] ?? '');
        const id = given > 0 ? given : last + 1;
        row[key] = String(id);
        byKey.set(id, row);
        if (id < last) rows.sort((one, other) => Number(one[key]) - Number(other[key]));
        last = Math.max(last, id);
      }
      table.inserted?.(row, rowsOf);
      return row;
    },
    update: (row, values) => {
      const before = { ...row };
      write(row, columns, values, () => true, charset);
      table.updated?.(row, before, rowsOf);
    },
    remove: (row) => {
      rows = rows.filter((other) => other !== row);
      if (key) byKey.delete(Number(row[key]));
      table.removed?.(row, rowsOf);
    },
    skip: () => {
      last += 1;
    },
  };
}

/** MySQL's reading of text where it wants a whole number: what it begins with, else 0. */
export function toInteger(value: string): number {
  return Number(/^\s*-?\d+/.exec(value)?.[0] ?? 0);
}

function write(
  row: Row,
  columns: Table['columns'],
  values: Values,
  accepts: (cell: string) => boolean,
  charset: 'latin1' | undefined,
): void {
  for (const [name, column] of Object.entries(columns)) {
    const value = toText(values[name]);
    // NULL is never written, by INSERT or UPDATE (research notes, "Return values").
    if (value !== undefined && accepts(value)) row[name] = toCell(value, column, charset);
  }
}

function toCell(value: string, { kind, width, fallback }: Column, charset: 'latin1' | undefined): Cell {
  if (kind === 'text' && charset === 'latin1') return cutBytes(value, width);
  // Without strict mode, what is too long is cut (capture 29) and what is no number is 0.
  if (kind === 'text') return Array.from(value).slice(0, width).join('');
  if (value === '') return fallback === null ? null : '0';
  return String(toInteger(value));
}

/** Stands for bytes that are no UTF-8: PHP writes no JSON of a value that holds it. */
export const HALF_A_LETTER = '\udc80';

/** To such a database a letter is as many characters as it has bytes, so that it may cut one in its middle. */
function cutBytes(value: string, width: number): string {
  const bytes = Buffer.from(value).subarray(0, width);
  if (isUtf8(bytes)) return bytes.toString();
  const begin = [1, 2, 3].map((cut) => bytes.subarray(0, -cut)).find((each) => isUtf8(each));
  return `${begin?.toString() ?? ''}${HALF_A_LETTER}`;
}

/** PHP's text of a decoded JSON value; undefined for NULL. Arrays and objects leave nothing. */
function toText(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return value === true ? '1' : '';
}
