import type { Call, Range } from '../../graph/cost/call.js';

/** The fewest rows of the pages that are given to who asks for pages and not for their length. */
const ROWS_OF_A_PAGE = 25;
/** Nobody gives a long list in more pages than this. */
const MOST_PAGES = 5;

/** A list of so many rows: the document's has no pages, and is read on only where the answer tells of more. */
export function pagesOf(rows: number): Range {
  return { expected: 1, worst: Math.min(MOST_PAGES, Math.max(1, Math.ceil(rows / ROWS_OF_A_PAGE))) };
}

/** A list without conditions. */
export function wholeList(operation: string, rows: number): Call {
  return { operation, times: pagesOf(rows), shared: true };
}

/** Not likely, and at most so many. */
export function perhaps(worst: number): Range {
  return { expected: 0, worst };
}
