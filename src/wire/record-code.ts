import { compileFunction } from 'node:vm';

import type { Reader } from './reader.js';

/** Reads the fields of an object. */
export type ReadFields = (value: object, at: string) => Record<string, unknown>;
/** The error of a field as that of the object at this place. */
export type LocateError = (at: string, name: string, error: unknown) => unknown;

/**
 * Generates the code that reads these fields, one literal for an object: the engine then makes all of them alike, and looks
 * up neither names nor readers.
 */
export function generateRecordReader(
  names: readonly string[],
  readers: ReadonlyArray<Reader<unknown>>,
  locate: LocateError,
): ReadFields {
  const own = (name: string): string =>
    // Every object inherits some names, such as `constructor`.
    name in Object.prototype
      ? `Object.hasOwn(value, ${quote(name)}) ? value[${quote(name)}] : undefined`
      : `value[${quote(name)}]`;
  const lines = [
    ...names.map((_, index) => `const r${index} = readers[${index}];`),
    'return (value, at) => {',
    '  let index = 0;',
    '  try {',
    ...names.map((name, index) => `    const v${index} = r${index}(${own(name)}, ''); index = ${index + 1};`),
    `    return { ${names.map((name, index) => `${quote(name)}: v${index}`).join(', ')} };`,
    '  } catch (error) { throw locate(at, names[index], error); }',
    '};',
  ];
  const create = compileFunction(lines.join('\n'), ['names', 'readers', 'locate']) as (
    fieldNames: typeof names,
    fieldReaders: typeof readers,
    locateError: typeof locate,
  ) => ReadFields;
  return create(names, readers, locate);
}

function quote(text: string): string {
  return JSON.stringify(text);
}
