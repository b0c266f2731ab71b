import { optional, wholeNumber } from '../../wire/value-readers.js';
import { readableRowsByPosition } from '../../wire/row-readers.js';
import { record } from '../../wire/structure-readers.js';
import type { Reader } from '../../wire/reader.js';

// Every path of CloudSigma ends with a slash: without it the server answers 404.

/** The rows of a list from `offset` on, at most `limit` of them; a limit of 0 is all. */
export interface ListWindow {
  readonly offset: number;
  readonly limit: number;
}

/** A part of a list, and how many rows the whole has. */
export interface ListPart<Row> {
  readonly meta: {
    readonly total_count: number;
    /** How many rows are before the part; null where the answer does not say. */
    readonly offset: number | null;
  };
  /** Undefined in the place of one that could not be read. */
  readonly objects: ReadonlyArray<Row | undefined>;
}

/** The limit is always sent: without one a list stops after 20 rows. */
export function toWindowQuery({ offset, limit }: ListWindow): Readonly<Record<string, number | undefined>> {
  return { limit, offset: offset === 0 ? undefined : offset };
}

export function readListPart<Row>(row: Reader<Row>): Reader<ListPart<Row>> {
  return record({
    meta: record({ total_count: wholeNumber, offset: optional(wholeNumber) }),
    objects: readableRowsByPosition(row),
  });
}

/** The rows of a part that could be read. */
export function readableObjects<Row>({ objects }: ListPart<Row>): readonly Row[] {
  return objects.filter((row) => row !== undefined);
}
