import type { PlannedCall, CountRange } from '../../graph/ports/planned-call.js';

/** The fewest rows of the pages that are given to who asks for pages and not for their length. */
const MIN_PAGE_SIZE = 25;
/** Nobody gives a long list in more pages than this. */
const MAX_PAGES = 5;

/** A list of so many rows: the document's has no pages, and is read on only where the answer tells of more. */
export function pageRange(rows: number): CountRange {
  return { expected: 1, worst: Math.min(MAX_PAGES, Math.max(1, Math.ceil(rows / MIN_PAGE_SIZE))) };
}

/** A list without conditions. */
export function wholeListCall(operation: string, rows: number): PlannedCall {
  return { operation, times: pageRange(rows), shared: true };
}

/** Not likely, and at most so many. */
export function upTo(worst: number): CountRange {
  return { expected: 0, worst };
}
