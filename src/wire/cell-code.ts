import { compileFunction } from 'node:vm';

import type { Reader } from './reader.js';

/** One column of the rows of one source. */
export interface SourceColumn {
  readonly name: string;
  readonly wire: string;
  readonly read: Reader<unknown>;
  /** Whether answers from this source hold it. */
  readonly isPresent: boolean;
}

/** Gives the columns of an answer; undefined where it holds one that its source does not tell. */
export type ReadCells = (answer: object) => Record<string, unknown> | undefined;

/** Generates the code that reads these columns, one literal for an answer: the engine then makes all of them alike. */
export function generateCellReader(columns: readonly SourceColumn[]): ReadCells {
  const present = columns.filter(({ isPresent }) => isPresent);
  const lines = [
    ...present.map((_, index) => `const r${index} = readers[${index}];`),
    'return (answer) => {',
    ...columns
      .filter(({ isPresent }) => !isPresent)
      .map(({ wire }) => `  if (answer[${quote(wire)}] !== undefined) return undefined;`),
    ...present.map(({ wire }, index) => `  const v${index} = answer[${quote(wire)}];`),
    `  return { ${present
      .map(
        ({ name, wire }, index) =>
          `${quote(name)}: v${index} !== undefined ? v${index} : r${index}(undefined, ${quote(wire)})`,
      )
      .join(', ')} };`,
    '};',
  ];
  const create = compileFunction(lines.join('\n'), ['readers']) as (
    readers: ReadonlyArray<Reader<unknown>>,
  ) => ReadCells;
  return create(present.map(({ read }) => read));
}

/** Gives an object the columns of an answer; false, and nothing was done, where it holds one that its source does not tell. */
export type AddCells = (row: object, answer: object) => boolean;

/** The same for an object that has other members already. */
export function generateCellAdder(columns: readonly SourceColumn[]): AddCells {
  const present = columns.filter(({ isPresent }) => isPresent);
  const absent = columns.filter(({ isPresent }) => !isPresent);
  const lines = [
    // A name that the object has as a getter fails, and is not passed over.
    "'use strict';",
    ...present.map((_, index) => `const r${index} = readers[${index}];`),
    'return (row, answer) => {',
    ...absent.map(({ wire }) => `  if (answer[${quote(wire)}] !== undefined) return false;`),
    ...present.map(({ wire }, index) => `  const v${index} = answer[${quote(wire)}];`),
    ...present.map(
      ({ name, wire }, index) =>
        `  row[${quote(name)}] = v${index} !== undefined ? v${index} : r${index}(undefined, ${quote(wire)});`,
    ),
    '  return true;',
    '};',
  ];
  const create = compileFunction(lines.join('\n'), ['readers']) as (
    readers: ReadonlyArray<Reader<unknown>>,
  ) => AddCells;
  return create(present.map(({ read }) => read));
}

function quote(text: string): string {
  return JSON.stringify(text);
}
