import { ProviderFailure } from '../../../../transport/failure.js';

/** An answer, or the failure that one read met by itself. */
export type OrFailure<Value> = Value | ProviderFailure;
/** Reads one of many things; its failure is its answer. */
export type CircuitBreaker = <Value>(read: () => Promise<Value>) => Promise<OrFailure<Value>>;

/** 16 failures in a row, one of each parallel read, mean a server that is down and not single things that can't be read. */
const MAX_CONSECUTIVE_FAILURES = 16;

/**
 * A failure is the answer to the one thing that was read. Where it holds for all things (credentials, a rate limit, used
 * up time), or where the server answers nothing any more, it is the answer to all later reads, which are not sent.
 */
export function createCircuitBreaker(): CircuitBreaker {
  let openedBy: ProviderFailure | undefined;
  let consecutiveFailures = 0;
  const noteValue = <Value>(value: Value): Value => {
    consecutiveFailures = 0;
    return value;
  };
  const noteFailure = (error: unknown): ProviderFailure => {
    if (!(error instanceof ProviderFailure)) throw error;
    const isSingleItemFailure = SINGLE_ITEM_KINDS.includes(error.kind);
    consecutiveFailures = isSingleItemFailure ? 0 : consecutiveFailures + 1;
    if (!isSingleItemFailure && (error.kind !== 'unavailable' || consecutiveFailures >= MAX_CONSECUTIVE_FAILURES))
      openedBy = error;
    return error;
  };
  return (read) => (openedBy ? Promise.resolve(openedBy) : read().then(noteValue, noteFailure));
}

/** Kinds of failures of a server that answers, and so is well. */
const SINGLE_ITEM_KINDS: ReadonlyArray<ProviderFailure['kind']> = ['rejected', 'not-found', 'protocol'];
