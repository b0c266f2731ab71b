import DataLoader from 'dataloader';

import type { IdentifiedRow } from '../../query/order.js';
import type { CallOptions } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { canonicalId, decodeId } from '../values/id.js';
import type { ItemBackend } from '../ports/list-backend.js';
import type { Backends, Noun } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

/** A row that may lack columns. */
export type PartialRow = IdentifiedRow & { readonly upstream: UpstreamValue };

/** One column that one row lacks. */
export interface MissingColumn {
  readonly noun: Noun;
  readonly row: PartialRow;
  readonly column: string;
}

/** Rows of a noun, as its backend gives them. */
type RowOf<N extends Noun> = Backends[N] extends ItemBackend<infer Row> ? Row : never;

/** Loaders by global id for each noun, derived from the backends; null is "not there". One set a request. */
export type ById = { readonly [N in Noun]: Loader<string, RowOf<N> | null> };

/** All loaders of one request. A noun that loads something besides its rows adds a member by module augmentation. */
export interface Loaders extends ById {
  /** Columns that rows lack, asked for all rows and columns of an upstream at once; null is "can't be told". */
  readonly deferred: Loader<MissingColumn, unknown>;
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

export function createDeferredLoader(upstreams: ReadonlyMap<string, OpenUpstream>, callOptions: CallOptions) {
  const nameOf = ({ noun, row }: MissingColumn): string => `${row.upstream.name} ${noun}`;
  return createLoader<MissingColumn, unknown>(
    async (missing) => {
      const answers = await batchBy(missing, nameOf, async (_name, batch) => {
        const [first] = batch as [MissingColumn];
        const backend = upstreams.get(first.row.upstream.name)?.backends[first.noun] as AnyItemBackend | undefined;
        if (!backend?.fetchDeferred) throw unreadableColumn(first);
        const rows = new Map(batch.map((missingColumn) => [missingColumn.row.id, missingColumn.row]));
        return backend.fetchDeferred([...rows.values()], [...new Set(batch.map(({ column }) => column))], callOptions);
      });
      return missing.map((missingColumn) => {
        const answer = answers.get(nameOf(missingColumn));
        if (!(answer instanceof Map)) return asError(answer);
        const columns = answer.get(missingColumn.row.id) as Readonly<Record<string, unknown>> | undefined;
        if (!columns) return null;
        // An error in place of a value fails this value only.
        return (
          columns[missingColumn.column] ?? (missingColumn.column in columns ? null : missingFromAnswer(missingColumn))
        );
      });
    },
    ({ row, column }) => `${row.id} ${column}`,
  );
}

/** A column that the reads which should tell it did not tell, although they found the thing: this must not pass for a null. */
function missingFromAnswer({ noun, row, column }: MissingColumn): ProviderFailure {
  const message = `the answers about a ${noun} do not tell its column "${column}"`;
  return new ProviderFailure(row.upstream.name, 'protocol', message);
}

/** A column that no read of the provider tells: a mistake in its columns, which must not pass for a null. */
function unreadableColumn({ noun, row, column }: MissingColumn): TypeError {
  return new TypeError(`${row.upstream.name} has no way to read the column "${column}" of a ${noun}`);
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
