/** How many there are, or will be: what is likely, and what is not exceeded. */
export interface CountRange {
  readonly expected: number;
  readonly worst: number;
}

/** Requests of one operation of a provider. */
export interface PlannedCall {
  /** The provider's own name for it, as endpoints have it, e.g. `GET /contacts/{id}`. */
  readonly operation: string;
  readonly times: number | CountRange;
  /** Once for each thing that is asked about: where many may be asked about, that is a request for each row. */
  readonly perItem?: true;
  /** Always the very same requests, so that others of the same query share their answers. */
  readonly shared?: true;
}

/** An endpoint, or its name where a provider's table of endpoints has none. */
export type OperationRef = string | { readonly name: string };

export function operationOf(ref: OperationRef): string {
  return typeof ref === 'string' ? ref : ref.name;
}

/** One request, or so many that do not depend on how much is asked about. */
export function plannedCall(operation: OperationRef, times: number | CountRange = 1): PlannedCall {
  return { operation: operationOf(operation), times };
}

/** One request that takes no parameters: whoever else of the query wants it shares its answer. */
export function sharedCall(operation: OperationRef): PlannedCall {
  return { operation: operationOf(operation), times: 1, shared: true };
}

/** A request for each of so many things that are asked about. */
export function callPerItem(operation: OperationRef, times: number | CountRange): PlannedCall {
  return { operation: operationOf(operation), times, perItem: true };
}

export const ZERO: CountRange = { expected: 0, worst: 0 };
export const ONE: CountRange = { expected: 1, worst: 1 };

export function rangeOf(times: number | CountRange): CountRange {
  return typeof times === 'number' ? { expected: times, worst: times } : times;
}
