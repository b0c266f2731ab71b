import { describe, Unreadable, type Reader } from './read.js';

/** Reads rows that are told by their place in the whole list, of which these are some, where one can't be read. */
export function rowsFrom<Row>(row: Reader<Row>, first: number): Reader<Row[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw new Unreadable('a list', at, describe(value));
    return value.map((each: unknown, index) => row(each, `${at}[${first + index}]`));
  };
}

/** Rows that were read already, all at once. */
export async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[], void> {
  yield rows;
}
