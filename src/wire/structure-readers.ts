import { isPlainObject } from './plain-object.js';
import { describeType, UnreadableValue } from './unreadable-value.js';
import type { ReadValue, Reader } from './reader.js';
import { generateRecordReader, type ReadFields } from './record-code.js';

type FieldReaders = Readonly<Record<string, Reader<unknown>>>;

/** What a record of these readers gives. */
export type RecordOf<F extends FieldReaders> = { readonly [Name in keyof F]: ReadValue<F[Name]> };

/** From so many objects on it pays to generate code that reads them. */
const GENERATE_AT_OBJECT = 100;

/** Reads an object's named fields and ignores the others; a field that is not there is `undefined` to its reader. */
export function record<const F extends FieldReaders>(fields: F): Reader<RecordOf<F>> {
  const names = Object.keys(fields);
  const readers = Object.values(fields);
  if (names.includes('__proto__')) throw new TypeError('a record cannot have a field __proto__');
  let readFields: ReadFields = (value, at) => readEachField(value as Readonly<Record<string, unknown>>, at);
  let objects = 0;
  const readEachField = (value: Readonly<Record<string, unknown>>, at: string): Record<string, unknown> => {
    objects += 1;
    if (objects === GENERATE_AT_OBJECT) readFields = generateRecordReader(names, readers, locateInField);
    const read: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] ?? '';
      try {
        // Own fields only: `constructor` is inherited by every object.
        read[name] = readers[index]?.(Object.hasOwn(value, name) ? value[name] : undefined, '');
      } catch (error) {
        throw locateInField(at, name, error);
      }
    }
    return read;
  };
  return (value, at) => {
    if (!isPlainObject(value)) throw new UnreadableValue('an object', at, describeType(value));
    // Both ways go over every name of F.
    return readFields(value, at) as RecordOf<F>;
  };
}

function locateInField(at: string, name: string, error: unknown): unknown {
  return prefixPath(`${at}.${name}`, error);
}

/** Reads an array. */
export function arrayOf<T>(reader: Reader<T>): Reader<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw new UnreadableValue('a list', at, describeType(value));
    return readAll(value, reader, at);
  };
}

/** Reads an array, a single value for an array of one, or nothing for an empty one, as XML parsers represent lists. */
export function oneOrMany<T>(reader: Reader<T>): Reader<T[]> {
  return (value, at) => {
    if (value === undefined) return [];
    return Array.isArray(value) ? readAll(value, reader, at) : [reader(value, at)];
  };
}

function readAll<T>(values: readonly unknown[], reader: Reader<T>, at: string): T[] {
  const read: T[] = [];
  for (let index = 0; index < values.length; index += 1) {
    try {
      read.push(reader(values[index], ''));
    } catch (error) {
      throw prefixPath(`${at}[${index}]`, error);
    }
  }
  return read;
}

/** The same error, with the path from one level further up. */
function prefixPath(prefix: string, error: unknown): unknown {
  return error instanceof UnreadableValue ? error.addPrefix(prefix) : error;
}
