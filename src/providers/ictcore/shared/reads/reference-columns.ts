import { optional, text } from '../../../../wire/value-readers.js';
import type { Reader } from '../../../../wire/reader.js';
import { keyOrNull } from './keys.js';

/** Reads the key of another thing; a value that names none is null. */
export const referenceKey: Reader<string | null> = (value, at) => keyOrNull(optional(text)(value, at));

/** Makes a reference writable; whether its id is valid is checked as references of inputs are read. */
export const referenceRule = (): undefined => undefined;

/** The column that holds what an input or a filter names by an id: `programId` is kept in `programKey`. */
export function columnOfReference(field: string): string {
  return field.replace(/Id$/, 'Key');
}

type InputField<Column> = Column extends `${infer Thing}Key` ? `${Thing}Id` : Column;

/** Rules or names of columns by the fields of an input: `programKey` is written as `programId`. */
export function byInputField<Columns extends object>(
  columns: Columns,
): Readonly<Record<InputField<keyof Columns & string>, Columns[keyof Columns]>>;
export function byInputField(columns: object): object {
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]: [string, unknown]) => [name.replace(/Key$/, 'Id'), value]),
  );
}
