import { isPlainObject } from '../../../../wire/plain-object.js';
import { optional, text } from '../../../../wire/value-readers.js';
import { readableRows as rowsOf } from '../../../../wire/row-readers.js';
import { UnreadableValue } from '../../../../wire/unreadable-value.js';
import type { Reader } from '../../../../wire/reader.js';

/** Reads a column that a row may lack: absent is `undefined` (ask the item), null and '' are null. */
export function orAbsent<T>(reader: Reader<T>): Reader<T | null | undefined> {
  const read = optional(reader);
  return (value, at) => (value === undefined ? undefined : read(value, at));
}

const optionalText = optional(text);

/** Reads text that the graph always has: nothing is ''. */
export const textOrEmpty: Reader<string> = (value, at) => optionalText(value, at) ?? '';

/** Reads a list: an array, or for some searches an object with the rows under their ids. */
export function rowList<T>(reader: Reader<T>): Reader<T[]> {
  const read = rowsOf(reader);
  // PHP writes an empty list as an array, so that an object of nothing is an answer of something else.
  return nonEmptyAnswer('a list', (value, at) => {
    const rows = isPlainObject(value) ? Object.values(value) : [];
    return read(rows.length > 0 ? rows : value, at);
  });
}

/** Reads an answer that is never empty. PHP writes an empty body where a single text of the answer is no UTF-8. */
export function nonEmptyAnswer<T>(expected: string, reader: Reader<T>): Reader<T> {
  return (value, at) => {
    if (value === undefined) throw new UnreadableValue(expected, at, EMPTY_BODY);
    return reader(value, at);
  };
}

const EMPTY_BODY =
  'not a byte: a row holds text that is no UTF-8 (cut within a letter, or imported so); delete it, or mend it in the database';
