import { describeType, UnreadableValue } from './unreadable-value.js';
import type { Reader } from './reader.js';

/** Called for each row that cannot be read and is left out. */
export type OnUnreadableValue = (error: UnreadableValue) => void;

/**
 * Set while an answer is read whose unreadable rows may be left out. Reading is synchronous, so no other answer sees
 * it.
 */
let onUnreadableValue: OnUnreadableValue | undefined;

/**
 * Reads an answer and leaves out rows that cannot be read; without `onUnreadable` the first such row fails the whole
 * answer.
 */
export function skipUnreadableRows<T>(
  report: OnUnreadableValue | undefined,
  reader: Reader<T>,
  value: unknown,
  at: string,
): T {
  const before = onUnreadableValue;
  onUnreadableValue = report;
  try {
    return reader(value, at);
  } finally {
    onUnreadableValue = before;
  }
}

/** Reads an array of rows. A row that cannot be read is left out, if the call allows it. */
export function readableRows<T>(row: Reader<T>, first = 0): Reader<T[]> {
  const read = readableRowsByPosition(row, first);
  return (value, at) => read(value, at).filter((each) => each !== undefined);
}

/** As `rows`, with `undefined` in place of each row that is left out, for lists that are read by index. */
export function readableRowsByPosition<T>(row: Reader<T>, first = 0): Reader<Array<T | undefined>> {
  return (value, at) => {
    if (!Array.isArray(value)) throw new UnreadableValue('a list', at, describeType(value));
    return value.map((each: unknown, index) => {
      try {
        return row(each, '');
      } catch (error) {
        if (!(error instanceof UnreadableValue)) throw error;
        error.addPrefix(`${at}[${first + index}]`);
        if (!onUnreadableValue) throw error;
        onUnreadableValue(error);
        return undefined;
      }
    });
  };
}

/** Rows that were read already, all at once. */
export async function* toSingleBatch<Row>(all: readonly Row[]): AsyncGenerator<readonly Row[], void> {
  yield all;
}
