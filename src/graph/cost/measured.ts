import { signatureOf } from '../../query/cursor.js';
import type { OpenUpstream } from '../context.js';
import { createRecent } from './recent.js';

/** How many requests each upstream got for one operation, by its name and the provider's name of the request. */
export type Tally = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** One operation with certain variables, as it was sent. */
export interface Sent {
  readonly query: string;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What operations took when they were run: of an operation that ran, that is what to expect of it. */
export interface Measured {
  readonly note: (sent: Sent, tally: Tally) => void;
  /** By upstream; undefined: it was not run, or long ago. */
  readonly of: (sent: Sent) => ReadonlyMap<string, number> | undefined;
}

const MOST_OPERATIONS = 2000;

export function createMeasured(upstreams: readonly OpenUpstream[]): Measured {
  const runs = createRecent<ReadonlyMap<string, number>>(MOST_OPERATIONS);
  // Variables hold personal data: what is kept is a digest.
  const keyOf = ({ query, operationName, variables }: Sent): string => signatureOf([query, operationName, variables]);
  const countOf = ({ name, costs: { logIn } }: OpenUpstream, tally: Tally): number => {
    let count = 0;
    // A log-in is for all that come after it too.
    for (const [operation, times] of tally.get(name) ?? []) if (operation !== logIn) count += times;
    return count;
  };
  return {
    note: (sent, tally) => {
      runs.set(keyOf(sent), new Map(upstreams.map((upstream) => [upstream.name, countOf(upstream, tally)])));
    },
    of: (sent) => runs.get(keyOf(sent)),
  };
}
