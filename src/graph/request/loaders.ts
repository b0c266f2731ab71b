import DataLoader from 'dataloader';

import type { IdentifiedRow } from '../../query/order.js';
import type { CallOptions } from '../../transport/exchange.js';
import { canonicalId, decodeId } from '../values/id.js';
import type { DeferredBatches } from './deferred-batch.js';
import type { KnownReads } from './known-reads.js';
import type { ItemBackend } from '../ports/list-backend.js';
import type { Backends, Noun } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';

/** Rows of a noun, as its backend gives them. */
type RowOf<N extends Noun> = Backends[N] extends ItemBackend<infer Row> ? Row : never;

/** Loaders by global id for each noun, derived from the backends; null is "not there". One set a request. */
export type ById = { readonly [N in Noun]: Loader<string, RowOf<N> | null> };

/** All loaders of one request. A noun that loads something besides its rows adds a member by module augmentation. */
export interface Loaders extends ById {
  /** Columns that rows lack. */
  readonly deferred: DeferredBatches;
  readonly knownReads: KnownReads;
}

type AnyItemBackend = ItemBackend<IdentifiedRow>;

/** Loads the values of keys, each once, in batches of any size. */
export type Loader<Key, Value> = DataLoader<Key, Value, string>;

/** A loader; keys with the same text are the same. */
export function createLoader<Key, Value>(
  loadBatch: (keys: readonly Key[]) => Promise<ReadonlyArray<Value | Error>>,
  cacheKeyFn: (key: Key) => string,
): Loader<Key, Value> {
  return new DataLoader(loadBatch, { maxBatchSize: Infinity, cacheKeyFn });
}

interface LoaderOptions {
  readonly callOptions: CallOptions;
  /** By upstream, a row of some list that was left out. */
  readonly lost: ReadonlyMap<string, Error>;
}

export function createItemLoader(
  noun: Noun,
  upstreams: ReadonlyMap<string, OpenUpstream>,
  { callOptions, lost }: LoaderOptions,
) {
  return createLoader<string, IdentifiedRow | null>(async (ids) => {
    const references = ids.map(decodeId);
    const answers = await batchBy(
      references,
      ({ upstream }) => upstream,
      async (name, batch) => {
        const backend = upstreams.get(name)?.backends[noun] as AnyItemBackend | undefined;
        const keys = [...new Set(batch.map(({ key }) => key))];
        if (!backend) return new Map<string, IdentifiedRow>();
        return backend.eachByKey ? backend.eachByKey(keys, callOptions) : backend.byKeys(keys, callOptions);
      },
    );
    return references.map(({ upstream, noun: kind, key }) => {
      if (kind !== noun) return null;
      const answer = answers.get(upstream);
      // An error in place of a thing fails this thing only.
      return answer instanceof Map
        ? ((answer.get(key) as IdentifiedRow | Error | undefined) ?? lost.get(upstream) ?? null)
        : asError(answer);
    });
  }, canonicalId);
}

/** Asks for each part of a batch by itself: one upstream's failure is the answer to its own keys only. */
export async function batchBy<Item, Answer>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  ask: (name: string, batch: readonly Item[]) => Promise<Answer>,
): Promise<Map<string, unknown>> {
  const batches = new Map<string, Item[]>();
  for (const item of items) {
    const batch = batches.get(nameOf(item));
    if (batch) batch.push(item);
    else batches.set(nameOf(item), [item]);
  }
  const answers = [...batches].map(async ([name, batch]): Promise<[string, unknown]> => {
    try {
      return [name, await ask(name, batch)];
    } catch (error) {
      return [name, error];
    }
  });
  return new Map(await Promise.all(answers));
}

export function asError(answer: unknown): Error {
  return answer instanceof Error ? answer : new TypeError('a loader found no answer for its key');
}
