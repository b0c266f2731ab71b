/** How many there are, or will be: what is likely, and what is not exceeded. */
export interface Range {
  readonly expected: number;
  readonly worst: number;
}

/** Requests of one operation of a provider. */
export interface Call {
  /** The provider's own name for it, as endpoints have it, e.g. `GET /contacts/{id}`. */
  readonly operation: string;
  readonly times: number | Range;
  /** Once for each thing that is asked about: where many may be asked about, that is a request for each row. */
  readonly each?: true;
  /** Always the very same requests, so that others of the same query share their answers. */
  readonly shared?: true;
}

/** One request, or so many that do not depend on how much is asked about. */
export function call(operation: string, times: number | Range = 1): Call {
  return { operation, times };
}

/** One request that takes no parameters: whoever else of the query wants it shares its answer. */
export function sharedCall(operation: string): Call {
  return { operation, times: 1, shared: true };
}

/** A request for each of so many things that are asked about. */
export function callEach(operation: string, times: number | Range): Call {
  return { operation, times, each: true };
}

export const NONE: Range = { expected: 0, worst: 0 };
export const ONCE: Range = { expected: 1, worst: 1 };

export function rangeOf(times: number | Range): Range {
  return typeof times === 'number' ? { expected: times, worst: times } : times;
}

export function plus(one: Range, other: Range): Range {
  return { expected: one.expected + other.expected, worst: one.worst + other.worst };
}
