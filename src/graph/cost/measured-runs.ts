import { signatureOf } from '../../query/cursor.js';
import { createLruMap } from './lru-map.js';

/** One operation with certain variables, as it was sent. */
export interface ExecutedOperation {
  readonly query: string;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Requests by upstream; one that was not asked is not in it. */
export type RequestCounts = ReadonlyMap<string, number>;

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
