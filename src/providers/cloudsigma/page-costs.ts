import { plannedCall, type CountRange, type PlannedCall } from '../../graph/ports/planned-call.js';

/** A server that cuts lists short is assumed to do so at 20 rows, its default without a limit. */
const MIN_PART_SIZE = 20;
/** At most 5 parts of one list are planned for: more is not likely. */
const MAX_PARTS = 5;

/** The requests for a list of so many rows: one, and more only where the server gives fewer rows than requested. */
export function partRange(rows: number): CountRange {
  return { expected: 1, worst: Math.min(MAX_PARTS, Math.max(1, Math.ceil(rows / MIN_PART_SIZE))) };
}

/** A whole list, which all fields of a query share. */
export function wholeListCall(endpoint: { readonly name: string }, rows: number): PlannedCall {
  return { ...plannedCall(endpoint, partRange(rows)), shared: true };
}
