import { optional, rows as rowsOf, Unreadable, type Reader } from '../../wire/read.js';

/** Reads a column that a row may lack: absent is `undefined` (ask the item), null and '' are null. */
export function column<T>(reader: Reader<T>): Reader<T | null | undefined> {
  const read = optional(reader);
  return (value, at) => (value === undefined ? undefined : read(value, at));
}

/** Reads a list: an array, or for some searches an object with the rows under their ids. */
export function rows<T>(reader: Reader<T>): Reader<T[]> {
  const read = rowsOf(reader);
  return written('a list', (value, at) => read(isKeyed(value) ? Object.values(value) : value, at));
}

/** Reads what is never empty: PHP writes not a byte where one text of all is no UTF-8. */
export function written<T>(expected: string, reader: Reader<T>): Reader<T> {
  return (value, at) => {
    if (value === undefined) throw new Unreadable(expected, at, NO_BYTE);
    return reader(value, at);
  };
}

const NO_BYTE =
  'not a byte: a row holds text that is no UTF-8 (cut within a letter, or imported so); delete it, or mend it in the database';

function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Told<Columns> = { [Name in keyof Columns]?: Exclude<Columns[Name], undefined> };

/** Columns without those that are absent, so that a row lacks them in place of holding `undefined`. */
export function told<Columns extends object>(columns: Columns): Told<Columns>;
export function told(columns: object): object {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
