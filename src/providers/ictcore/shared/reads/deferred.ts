import type { ItemBackend } from '../../../../graph/ports/list-backend.js';
import { selectColumns } from '../../../../graph/ports/deferred.js';
import type { IdentifiedRow } from '../../../../query/order.js';
import type { CallOptions } from '../../../../transport/exchange.js';
import { keptWith } from '../../../../transport/kept-with.js';
import { ProviderFailure } from '../../../../transport/failure.js';
import { createCircuitBreaker, type CircuitBreaker, type OrFailure } from './circuit-breaker.js';
import { readEach } from './keys.js';

/** Part of the description of a column that lists lack. */
export const DEFERRED_COST = 'Lists do not tell it: one more request for each row.';

/** Fetches columns that rows of a noun lack. */
export type FetchDeferred = NonNullable<ItemBackend<IdentifiedRow>['fetchDeferred']>;

type ReadOne<Whole> = (key: string, callOptions: CallOptions) => Promise<Whole | undefined>;
/** Answers by key: a thing that is gone is left out, and one that failed by itself has its failure. */
export type ResultsByKey<Whole> = ReadonlyMap<string, OrFailure<Whole>>;
/** Reads things by their keys. */
export type ReadMany<Whole> = (keys: readonly string[], callOptions: CallOptions) => Promise<ResultsByKey<Whole>>;

/** Reads each key by itself, so that a failure is the answer to its own key only. */
export function readIndependently<Whole extends object>(read: ReadOne<Whole>): ReadMany<Whole> {
  return (keys, callOptions) => {
    const breaker = createCircuitBreaker();
    return readEach(keys, (key, together) => breaker(() => read(key, together)), callOptions);
  };
}

/** The answers of one request to the gateway. */
interface CallCache<Whole> {
  readonly answers: Map<string, Promise<OrFailure<Whole | undefined>>>;
  readonly breaker: CircuitBreaker;
}

/** Reads each key by itself, and once in a request to the gateway: later reads of a key share the first one's answer. */
export function readOncePerRequest<Whole extends object>(read: ReadOne<Whole>): ReadMany<Whole> {
  const place = {};
  return (keys, callOptions) => {
    const { answers, breaker } = keptWith(callOptions, place, (): CallCache<Whole> => ({
      answers: new Map(),
      breaker: createCircuitBreaker(),
    }));
    const readShared = (key: string, batchOptions: CallOptions) => {
      const answer = answers.get(key) ?? breaker(() => read(key, batchOptions));
      answers.set(key, answer);
      return answer;
    };
    return readEach(keys, readShared, callOptions);
  };
}

/** Answers of which each is there, or the first failure among them. */
export function throwFirstFailure<Whole>(answers: ResultsByKey<Whole>): ReadonlyMap<string, Whole> {
  const found = new Map<string, Whole>();
  for (const [key, answer] of answers) {
    if (answer instanceof ProviderFailure) throw answer;
    found.set(key, answer);
  }
  return found;
}

/** Rows whose items tell every column that they may lack. */
export function fetchDeferredFromItems(read: ReadOne<object>): FetchDeferred {
  const readAll = readOncePerRequest(read);
  return async (rows, columns, callOptions) => {
    const items = await readAll(
      rows.map(({ upstreamId }) => upstreamId),
      callOptions,
    );
    return selectColumns(rows, columns, ({ upstreamId }) => items.get(upstreamId));
  };
}
