import { describeType, UnreadableValue } from './unreadable-value.js';
import type { Reader } from './reader.js';

/** Told of each row that can't be read and is left out. */
export type OnUnreadableValue = (error: UnreadableValue) => void;

/** Set while an answer is read by somebody who can do without some of its rows. Reading is never interrupted. */
let onUnreadableValue: OnUnreadableValue | undefined;

/** Reads with rows left out that can't be read; without `onUnreadable` the first of them fails all. */
export function skipUnreadableRows<T>(report: OnUnreadableValue | undefined, read: () => T): T {
  const before = onUnreadableValue;
  onUnreadableValue = report;
  try {
    return read();
  } finally {
    onUnreadableValue = before;
  }
}

/** Reads an array of rows: one that can't be read costs itself only, where whoever reads can do without. */
export function readableRows<T>(row: Reader<T>, first = 0): Reader<T[]> {
  const read = readableRowsByPosition(row, first);
  return (value, at) => read(value, at).filter((each) => each !== undefined);
}

/** As `rows`, with `undefined` in the place of each row that is left out, for lists that are read by place. */
export function readableRowsByPosition<T>(row: Reader<T>, first = 0): Reader<Array<T | undefined>> {
  return (value, at) => {
    if (!Array.isArray(value)) throw new UnreadableValue('a list', at, describeType(value));
    return value.map((each: unknown, index) => {
      try {
        return row(each, '');
      } catch (error) {
        if (!(error instanceof UnreadableValue)) throw error;
        const located = new UnreadableValue(error.expected, `${at}[${first + index}]${error.path}`, error.found);
        if (!onUnreadableValue) throw located;
        onUnreadableValue(located);
        return undefined;
      }
    });
  };
}

/** Rows that were read already, all at once. */
export async function* toSingleBatch<Row>(all: readonly Row[]): AsyncGenerator<readonly Row[], void> {
  yield all;
}
