import DataLoader from 'dataloader';

import type { IdentifiedRow } from '../../query/order.js';
import type { CallOptions } from '../../transport/exchange.js';
import type { Account } from '../account/types.js';
import type { Campaign } from '../campaign/types.js';
import type { Contact } from '../contact/types.js';
import type { OpenUpstream } from './context.js';
import type { Gateway } from '../gateway/types.js';
import type { Group } from '../group/types.js';
import { canonicalId, decodeId } from '../values/id.js';
import type { MissingColumn } from './deferred-column.js';
import type { ItemBackend as ItemsOf } from '../ports/list-backend.js';
import { createPersonLookup, type PersonResult } from '../person/person-loader.js';
import type { FailureCollector } from './failures.js';
import type { LinkageContext } from '../person/link-contacts.js';
import { nouns, type Noun } from '../ports/provider.js';
import type { Message } from '../message/types.js';
import type { Program } from '../program/types.js';
import type { Transmission, TransmissionAttempt } from '../transmission/types.js';
import type { User } from '../user/types.js';

interface RowsByNoun {
  readonly contact: Contact;
  readonly group: Group;
  readonly gateway: Gateway;
  readonly campaign: Campaign;
  readonly transmission: Transmission;
  readonly attempt: TransmissionAttempt;
  readonly program: Program;
  readonly message: Message;
  readonly account: Account;
  readonly user: User;
}

/** Loaders by global id for each noun, derived from the backends; null is "not there". One set a request. */
export type ById = { readonly [N in Noun]: DataLoader<string, RowsByNoun[N] | null> };

export interface Loaders extends ById {
  /** Columns that rows lack, asked for all rows and columns of an upstream at once; null is "can't be told". */
  readonly deferred: DataLoader<MissingColumn, unknown, string>;
  /** Groups of a contact, asked for all contacts of a page at once. */
  readonly groupsOf: DataLoader<Contact, readonly Group[], string>;
  /** The person that a contact is of; the contacts of a page cost one reading of the lists. */
  readonly personOf: DataLoader<Contact, PersonResult, string>;
}

type AnyItemBackend = ItemsOf<IdentifiedRow>;

const BATCH = { maxBatchSize: Infinity };

export function createLoaders(
  { upstreams, linkageRules, sizes, ...ground }: LinkageContext,
  failures: Pick<FailureCollector, 'report'>,
): Loaders {
  // Something that is not found may be the row that could not be read: it is an error then, and not "not there".
  const unreadableRows = new Map<string, Error>();
  const callOptions: CallOptions = {
    ...ground.callOptions,
    onUnreadableRow: (failure) => {
      if (!unreadableRows.has(failure.upstream)) unreadableRows.set(failure.upstream, failure);
      failures.report(failure);
    },
  };
  const byName = new Map(upstreams.map((upstream) => [upstream.name, upstream]));
  const byId = Object.fromEntries(
    nouns.map((noun) => [noun, createItemLoader(noun, byName, { callOptions, lost: unreadableRows })]),
  ) as unknown as ById;
  return {
    ...byId,
    groupsOf: createGroupsLoader(byName, callOptions),
    deferred: createDeferredLoader(byName, callOptions),
    personOf: new DataLoader(createPersonLookup({ upstreams, callOptions, linkageRules, sizes }), {
      ...BATCH,
      cacheKeyFn: ({ id }) => id,
    }),
  };
}

interface LoaderOptions {
  readonly callOptions: CallOptions;
  /** By upstream, a row of some list that was left out. */
  readonly lost: ReadonlyMap<string, Error>;
}

function createItemLoader(
  noun: Noun,
  upstreams: ReadonlyMap<string, OpenUpstream>,
  { callOptions, lost }: LoaderOptions,
) {
  return new DataLoader<string, IdentifiedRow | null>(
    async (ids) => {
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
    },
    { ...BATCH, cacheKeyFn: canonicalId },
  );
}

function createGroupsLoader(upstreams: ReadonlyMap<string, OpenUpstream>, callOptions: CallOptions) {
  return new DataLoader<Contact, readonly Group[], string>(
    async (contacts) => {
      const answers = await batchBy(
        contacts,
        ({ upstream }) => upstream.name,
        async (name, batch) => {
          const groupsOf = upstreams.get(name)?.backends.contact?.groupsOf;
          return groupsOf ? groupsOf(batch, callOptions) : new Map<string, readonly Group[]>();
        },
      );
      return contacts.map(({ id, upstream }) => {
        const answer = answers.get(upstream.name);
        return answer instanceof Map ? ((answer.get(id) as readonly Group[] | undefined) ?? []) : asError(answer);
      });
    },
    { ...BATCH, cacheKeyFn: ({ id }) => id },
  );
}

function createDeferredLoader(upstreams: ReadonlyMap<string, OpenUpstream>, callOptions: CallOptions) {
  const nameOf = ({ noun, row }: MissingColumn): string => `${row.upstream.name} ${noun}`;
  return new DataLoader<MissingColumn, unknown, string>(
    async (missing) => {
      const answers = await batchBy(missing, nameOf, async (_name, batch) => {
        const [first] = batch as [MissingColumn];
        const backend = upstreams.get(first.row.upstream.name)?.backends[first.noun] as AnyItemBackend | undefined;
        if (!backend?.fetchDeferred) throw noWayToRead(first);
        const rows = new Map(batch.map((lack) => [lack.row.id, lack.row]));
        return backend.fetchDeferred([...rows.values()], [...new Set(batch.map(({ column }) => column))], callOptions);
      });
      return missing.map((lack) => {
        const answer = answers.get(nameOf(lack));
        if (!(answer instanceof Map)) return asError(answer);
        const columns = answer.get(lack.row.id) as Readonly<Record<string, unknown>> | undefined;
        if (!columns) return null;
        // An error in place of a value fails this value only.
        return columns[lack.column] ?? (lack.column in columns ? null : noWayToRead(lack));
      });
    },
    { ...BATCH, cacheKeyFn: ({ row, column }) => `${row.id} ${column}` },
  );
}

/** A column that no read of the provider tells: a mistake in its columns, which must not pass for a null. */
function noWayToRead({ noun, row, column }: MissingColumn): TypeError {
  return new TypeError(`${row.upstream.name} has no way to read the column "${column}" of a ${noun}`);
}

/** Asks for each part of a batch by itself: one upstream's failure is the answer to its own keys only. */
async function batchBy<Item, Answer>(
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

function asError(answer: unknown): Error {
  return answer instanceof Error ? answer : new TypeError('a loader found no answer for its key');
}
