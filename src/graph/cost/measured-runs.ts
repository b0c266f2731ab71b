import { signatureOf } from '../../query/cursor.js';
import { createLruMap } from './lru-map.js';

/** One operation with certain variables, as it was sent. */
export interface ExecutedOperation {
  readonly query: string;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What one run took. */
export class RequestCounts {
  readonly #counts: ReadonlyMap<string, number>;
  readonly #upstreams: ReadonlySet<string>;

  /** @param upstreams those that there were then: of many runs the same set */
  constructor(counts: ReadonlyMap<string, number>, upstreams: ReadonlySet<string>) {
    this.#counts = counts;
    this.#upstreams = upstreams;
  }

  /** How many requests an upstream got; undefined of one that was not there. */
  get(upstream: string): number | undefined {
    return this.#counts.get(upstream) ?? (this.#upstreams.has(upstream) ? 0 : undefined);
  }
}

/** What operations took when they were run: of an operation that ran, that is what to expect of it. */
export interface MeasuredRuns {
  readonly record: (sent: ExecutedOperation, requests: RequestCounts) => void;
  /** Undefined: it was not run, or long ago. */
  readonly find: (sent: ExecutedOperation) => RequestCounts | undefined;
}

const MOST_OPERATIONS = 2000;

export function createMeasuredRuns(): MeasuredRuns {
  const runs = createLruMap<RequestCounts>(MOST_OPERATIONS);
  // Variables hold personal data: what is kept is a digest.
  const keyOf = ({ query, operationName, variables }: ExecutedOperation): string =>
    signatureOf([query, operationName, variables]);
  return {
    record: (sent, requests) => {
      runs.set(keyOf(sent), requests);
    },
    find: (sent) => runs.get(keyOf(sent)),
  };
}
