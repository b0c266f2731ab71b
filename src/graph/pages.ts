import type { Page } from '../query/select.js';
import { nextTurn } from '../transport/turn.js';

/** So many rows are mapped at a stretch: a millisecond or two, even where each has phone numbers to read and all upstreams are at it. */
const PART = 50;

/**
 * Rows that came many at once, as pages that are mapped one by one: between two of them other requests get their turn,
 * and who has enough stops.
 */
export async function* inPages<Wire, Row>(
  given: AsyncIterable<readonly Wire[]> | readonly Wire[],
  toRow: (row: Wire) => Row,
  about: Omit<Page<Row>, 'rows'> = {},
): AsyncGenerator<Page<Row>, void> {
  let pages = 0;
  for await (const rows of Array.isArray(given)
    ? [given as readonly Wire[]]
    : (given as AsyncIterable<readonly Wire[]>)) {
    for (let at = 0; at < rows.length; at += PART) {
      if (pages > 0) await nextTurn();
      pages += 1;
      yield { ...about, rows: rows.slice(at, at + PART).map(toRow) };
    }
  }
  // An empty list tells its total too.
  if (pages === 0) yield { ...about, rows: [] };
}
