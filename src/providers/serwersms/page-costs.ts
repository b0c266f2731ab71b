import type { PlannedListRead } from '../../graph/ports/costs.js';
import { plannedCall, type CountRange, type PlannedCall } from '../../graph/ports/planned-call.js';

interface NamedEndpoint {
  readonly name: string;
}

/** Pages of a server that has pages are assumed to hold at least 25 rows. */
const MIN_PAGE_SIZE = 25;
/** At most 5 pages of one list are planned for: more is not likely. */
const MAX_PAGES = 5;

/** The requests for a list of so many rows: one, and more only where its answer says that it has pages. */
export function pageRange(rows: number): CountRange {
  return { expected: 1, worst: Math.min(MAX_PAGES, Math.max(1, Math.ceil(rows / MIN_PAGE_SIZE))) };
}

/** A list without conditions, which all fields of a query share. */
export function wholeListCall(endpoint: NamedEndpoint, rows: number): PlannedCall {
  return { ...plannedCall(endpoint, pageRange(rows)), shared: true };
}

export function listCalls(endpoint: NamedEndpoint, { params, rows }: PlannedListRead): readonly PlannedCall[] {
  const isWhole = Object.keys(params).length === 0;
  return [isWhole ? wholeListCall(endpoint, rows) : plannedCall(endpoint, pageRange(rows))];
}
