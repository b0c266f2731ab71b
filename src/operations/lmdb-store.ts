import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';

import { factFromText, factToText } from './facts.js';
import { listNewest, mergeNewest } from './listing.js';
import { openTables, type Tables } from './lmdb-tables.js';
import { isProcessGone, nameThisProcess } from './process-owner.js';
import type { OperationRecord, OperationState } from './record.js';
import { fromText, toText } from './record-text.js';
import type { OperationStore } from './store.js';

const PURGED_AT_ONCE = 500;

/**
 * Opens the store in a directory of this host, which it makes if need be. All processes of the host may share it, but no
 * two containers, nor two hosts over a network file system. Its promises resolve when the disk has what they tell; it
 * rejects with a sentence where the directory can't be made or written.
 */
export async function openLmdbStore(directory: string): Promise<OperationStore> {
  const tables = await openTables(resolve(directory));
  const { expiries, secrets, facts, write, read } = tables;
  const expiredBefore = (now: number) => [...expiries.getKeys({ end: [now], limit: PURGED_AT_ONCE })];

  return {
    claim: (record, over) => write(() => claim(tables, record, over)),
    advance: (record) =>
      write(() => {
        const old = recordOf(tables, record.id);
        if (old?.version !== record.version - 1) return false;
        drop(tables, old);
        put(tables, record);
        return true;
      }),
    release: (record) =>
      write(() => {
        const old = recordOf(tables, record.id);
        if (old?.version === record.version) forget(tables, old);
      }),
    get: (id) => read(() => recordOf(tables, id)),
    list: (query) =>
      listNewest(query, {
        newest: (states, before, count) => read(() => newestIds(tables, states, before, count)),
        read: (ids) => read(() => ids.flatMap((id) => recordOf(tables, id) ?? [])),
      }),
    facts: {
      get: (key) => read(() => factFromText(facts.get(key))),
      put: async (key, fact) => {
        await write(() => void facts.put(key, factToText(fact)));
      },
    },
    purge: async (now) => {
      while ((await read(() => expiredBefore(now))).length > 0) {
        await write(() => {
          for (const [, id] of expiredBefore(now)) {
            const old = recordOf(tables, id);
            if (old) forget(tables, old);
          }
        });
      }
      const old = await read(() => expiredFacts(tables, now));
      if (old.length > 0) {
        await write(() => {
          for (const key of expiredFacts(tables, now)) void facts.remove(key);
        });
      }
    },
    secret: async () => {
      const kept = await write(() => {
        const old = secrets.get('secret');
        const secret = old ?? randomBytes(32).toString('base64');
        if (old === undefined) void secrets.put('secret', secret);
        return secret;
      });
      return Buffer.from(kept, 'base64');
    },
    owner: nameThisProcess(),
    isGone: async (owner) => isProcessGone(owner),
    close: tables.close,
  };
}

function claim(tables: Tables, record: OperationRecord, over?: OperationRecord): OperationRecord | undefined {
  const held = record.scope === null ? undefined : tables.scopes.get(record.scope);
  const holder = held === undefined ? undefined : recordOf(tables, held);
  if (holder && !(holder.id === over?.id && holder.version === over.version)) return holder;
  if (tables.records.doesExist(record.id)) throw new Error(`operation ${record.id} is kept already`);
  if (record.scope !== null) void tables.scopes.put(record.scope, record.id);
  put(tables, record);
  return undefined;
}

/** There are a few dozen for each upstream, so that all are looked at. */
function expiredFacts({ facts }: Tables, now: number): readonly string[] {
  return Array.from(facts.getRange(), ({ key, value }) => ({ key, fact: factFromText(value) }))
    .filter(({ fact }) => !fact || fact.expiresAt < now)
    .map(({ key }) => key);
}

function recordOf({ records }: Tables, id: string): OperationRecord | undefined {
  const text = records.get(id);
  return text === undefined ? undefined : fromText(text);
}

function newestIds(
  { states: table }: Tables,
  states: readonly OperationState[],
  before: string | undefined,
  count: number,
): string[] {
  const lists = states.map((state) => {
    // Backwards from `before`, or from behind the last id, to the state's own beginning.
    const range = { start: [state, before ?? '\uffff'], end: [state], reverse: true, exclusiveStart: true };
    return Array.from(table.getKeys({ ...range, limit: count }), ([, id]) => id);
  });
  return mergeNewest(lists, count);
}

function put({ records, states, expiries }: Tables, record: OperationRecord): void {
  void records.put(record.id, toText(record));
  void states.put([record.state, record.id], '1');
  void expiries.put([record.expiresAt, record.id], '1');
}

function drop({ records, states, expiries }: Tables, { id, state, expiresAt }: OperationRecord): void {
  void records.remove(id);
  void states.remove([state, id]);
  void expiries.remove([expiresAt, id]);
}

function forget(tables: Tables, record: OperationRecord): void {
  drop(tables, record);
  // The scope may have gone to a newer record.
  if (record.scope !== null && tables.scopes.get(record.scope) === record.id) void tables.scopes.remove(record.scope);
}
