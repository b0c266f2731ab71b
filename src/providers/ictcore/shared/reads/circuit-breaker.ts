import { ProviderFailure } from '../../../../transport/failure.js';

/** An answer, or the failure that one read met by itself. */
export type OrFailure<Value> = Value | ProviderFailure;
/** Reads one of many things; its failure is its answer. */
export type CircuitBreaker = <Value>(read: () => Promise<Value>) => Promise<OrFailure<Value>>;

/** So many failures in a row, a round of all lanes, are a server that is down and not single things that can't be read. */
const MAX_CONSECUTIVE_FAILURES = 16;

/**
 * A failure costs the one thing that was read. Where it speaks of all things (of credentials, of the hour, of time that
 * was used up), or nothing is answered any more, it is the answer to the rest as well, which is not asked for.
 */
export function createCircuitBreaker(): CircuitBreaker {
  let openedBy: ProviderFailure | undefined;
  let consecutiveFailures = 0;
  return async (read) => {
    if (openedBy) return openedBy;
    try {
      const value = await read();
      consecutiveFailures = 0;
      return value;
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      const isSingleItemFailure = SINGLE_ITEM_KINDS.includes(error.kind);
      consecutiveFailures = isSingleItemFailure ? 0 : consecutiveFailures + 1;
      if (!isSingleItemFailure && (error.kind !== 'unavailable' || consecutiveFailures >= MAX_CONSECUTIVE_FAILURES))
        openedBy = error;
      return error;
    }
  };
}

/** The server answered, and is well. */
const SINGLE_ITEM_KINDS: ReadonlyArray<ProviderFailure['kind']> = ['rejected', 'not-found', 'protocol'];
