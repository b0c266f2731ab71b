import { ProviderFailure } from '../../transport/failure.js';

/** An answer, or the failure that one read met by itself. */
export type OrFailure<Value> = Value | ProviderFailure;
/** Reads one of many things; its failure is its answer. */
export type Breaker = <Value>(read: () => Promise<Value>) => Promise<OrFailure<Value>>;

/** So many failures in a row, a round of all lanes, are a server that is down and not single things that can't be read. */
const MOST_IN_A_ROW = 16;

/**
 * A failure costs the one thing that was read. Where it speaks of all things (of credentials, of the hour, of time that
 * was used up), or nothing is answered any more, it is the answer to the rest as well, which is not asked for.
 */
export function createBreaker(): Breaker {
  let open: ProviderFailure | undefined;
  let failures = 0;
  return async (read) => {
    if (open) return open;
    try {
      const value = await read();
      failures = 0;
      return value;
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      const isOfOne = OF_ONE.includes(error.kind);
      failures = isOfOne ? 0 : failures + 1;
      if (!isOfOne && (error.kind !== 'unavailable' || failures >= MOST_IN_A_ROW)) open = error;
      return error;
    }
  };
}

/** The server answered, and is well. */
const OF_ONE: ReadonlyArray<ProviderFailure['kind']> = ['rejected', 'not-found', 'protocol'];
