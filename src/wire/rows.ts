import type { Reader } from './read.js';
import { describe, Unreadable } from './unreadable.js';

/** Told of each row that can't be read and is left out. */
export type OnUnreadable = (error: Unreadable) => void;

/** Set while an answer is read by somebody who can do without some of its rows. Reading is never interrupted. */
let leaveOut: OnUnreadable | undefined;

/** Reads with rows left out that can't be read; without `onUnreadable` the first of them fails all. */
export function leavingOut<T>(onUnreadable: OnUnreadable | undefined, read: () => T): T {
  const before = leaveOut;
  leaveOut = onUnreadable;
  try {
    return read();
  } finally {
    leaveOut = before;
  }
}

/** Reads an array of rows: one that can't be read costs itself only, where whoever reads can do without. */
export function rows<T>(row: Reader<T>, first = 0): Reader<T[]> {
  const read = rowsInPlace(row, first);
  return (value, at) => read(value, at).filter((each) => each !== undefined);
}

/** As `rows`, with `undefined` in the place of each row that is left out, for lists that are read by place. */
export function rowsInPlace<T>(row: Reader<T>, first = 0): Reader<Array<T | undefined>> {
  return (value, at) => {
    if (!Array.isArray(value)) throw new Unreadable('a list', at, describe(value));
    return value.map((each: unknown, index) => {
      try {
        return row(each, '');
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        const told = new Unreadable(error.expected, `${at}[${first + index}]${error.at}`, error.found);
        if (!leaveOut) throw told;
        leaveOut(told);
        return undefined;
      }
    });
  };
}

/** Rows that were read already, all at once. */
export async function* once<Row>(all: readonly Row[]): AsyncGenerator<readonly Row[], void> {
  yield all;
}
