import type { Page } from '../../query/select.js';
import { isYieldDue, yieldToEventLoop } from '../../transport/yield.js';

/**
 * So many rows are mapped at a stretch: a millisecond or two, even where each has phone numbers to read and all upstreams
 * are at it. A usual page is mapped in one go: what waits for its turn in the middle is kept in memory with all that wait.
 */
const ROWS_PER_PAGE = 100;

/**
 * Rows that came many at once, as pages that are mapped one by one: between two of them other requests get their turn,
 * and who has enough stops. Undefined stands in the place of a row that could not be read.
 */
export async function* mapInPages<Wire, Row>(
  given: AsyncIterable<ReadonlyArray<Wire | undefined>> | ReadonlyArray<Wire | undefined>,
  toRow: (row: Wire) => Row,
  about: Omit<Page<Row>, 'rows'> = {},
): AsyncGenerator<Page<Row>, void> {
  let pages = 0;
  for await (const rows of Array.isArray(given)
    ? [given as ReadonlyArray<Wire | undefined>]
    : (given as AsyncIterable<ReadonlyArray<Wire | undefined>>)) {
    for (let at = 0; at < rows.length; at += ROWS_PER_PAGE) {
      if (pages > 0 && isYieldDue()) await yieldToEventLoop();
      pages += 1;
      yield { ...about, ...mapPage(rows.slice(at, at + ROWS_PER_PAGE), toRow) };
    }
  }
  // An empty list tells its total too.
  if (pages === 0) yield { ...about, rows: [] };
}

function mapPage<Wire, Row>(wire: ReadonlyArray<Wire | undefined>, toRow: (row: Wire) => Row): Page<Row> {
  const rows: Row[] = [];
  for (const row of wire) if (row !== undefined) rows.push(toRow(row));
  if (rows.length === wire.length) return { rows };
  const places = wire.flatMap((row, place) => (row === undefined ? [] : [place]));
  return { rows, places, length: wire.length };
}
