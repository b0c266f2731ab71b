import { setImmediate as letOthers } from 'node:timers/promises';

import type { Page } from '../query/select.js';

/** So many rows are mapped at a stretch: some milliseconds, even where each has phone numbers to read. */
const PART = 200;

/**
 * Rows that came all at once, as pages that are mapped one by one: between two of them other requests get their turn, and
 * who has enough stops.
 */
export async function* inPages<Wire, Row>(
  rows: readonly Wire[],
  toRow: (row: Wire) => Row,
  about: Omit<Page<Row>, 'rows'> = {},
): AsyncGenerator<Page<Row>, void> {
  for (let at = 0; at === 0 || at < rows.length; at += PART) {
    if (at > 0) await letOthers();
    yield { ...about, rows: rows.slice(at, at + PART).map(toRow) };
  }
}
