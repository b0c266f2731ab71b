import { signatureOf } from '../../query/cursor.js';
import { createRecent } from './recent.js';

/** One operation with certain variables, as it was sent. */
export interface Sent {
  readonly query: string;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Requests by upstream. */
export type Requests = ReadonlyMap<string, number>;

/** What operations took when they were run: of an operation that ran, that is what to expect of it. */
export interface Measured {
  readonly note: (sent: Sent, requests: Requests) => void;
  /** Undefined: it was not run, or long ago. */
  readonly of: (sent: Sent) => Requests | undefined;
}

const MOST_OPERATIONS = 2000;

export function createMeasured(): Measured {
  const runs = createRecent<Requests>(MOST_OPERATIONS);
  // Variables hold personal data: what is kept is a digest.
  const keyOf = ({ query, operationName, variables }: Sent): string => signatureOf([query, operationName, variables]);
  return {
    note: (sent, requests) => {
      runs.set(keyOf(sent), requests);
    },
    of: (sent) => runs.get(keyOf(sent)),
  };
}
