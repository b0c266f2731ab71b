import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';

import { addChecksum, removeChecksum } from './checksum.js';
import { parseFact, serializeFact } from './facts.js';
import { listNewestRecords, mergeNewestIds } from './list-records.js';
import { openTables, type Tables } from './lmdb-tables.js';
import { isProcessGone, nameThisProcess } from './process-owner.js';
import type { OperationRecord, OperationState } from './record.js';
import { parseRecord, serializeRecord } from './record-json.js';
import type { OperationStore } from './store.js';

const PURGE_BATCH = 500;

/**
 * Opens the store in a directory of this host and creates the directory if needed. All processes of one host may share
 * it; containers, or hosts over a network file system, may not. Its promises resolve once the data is on the disk. It
 * rejects with a sentence if the directory cannot be created or written.
 */
export async function openLmdbStore(directory: string): Promise<OperationStore> {
  const tables = await openTables(resolve(directory));
  const { expiries, secrets, facts, writeTransaction, readTransaction } = tables;
  const expiredBefore = (now: number) => [...expiries.getKeys({ end: [now], limit: PURGE_BATCH })];

  return {
    insert: (record, replaceable) => writeTransaction(() => insertRecord(tables, record, replaceable)),
    update: (record) =>
      writeTransaction(() => {
        const old = recordOf(tables, record.id);
        if (old?.version !== record.version - 1) return false;
        removeRows(tables, old);
        putRows(tables, record);
        return true;
      }),
    release: (record) =>
      writeTransaction(() => {
        const old = recordOf(tables, record.id);
        if (old?.version === record.version) removeRecord(tables, old);
      }),
    get: (id) => readTransaction(() => recordOf(tables, id)),
    list: (query) =>
      listNewestRecords(query, {
        newestIds: (states, before, count) => readTransaction(() => newestIds(tables, states, before, count)),
        readRecords: (ids) => readTransaction(() => ids.flatMap((id) => recordOf(tables, id) ?? [])),
      }),
    facts: {
      get: (key) => readTransaction(() => parseFact(facts.get(key))),
      put: async (key, fact) => {
        await writeTransaction(() => void facts.put(key, serializeFact(fact)));
      },
    },
    purge: async (now) => {
      while ((await readTransaction(() => expiredBefore(now))).length > 0) {
        await writeTransaction(() => {
          for (const [, id] of expiredBefore(now)) {
            const old = recordOf(tables, id);
            if (old) removeRecord(tables, old);
          }
        });
      }
      const old = await readTransaction(() => expiredFacts(tables, now));
      if (old.length > 0) {
        await writeTransaction(() => {
          for (const key of expiredFacts(tables, now)) void facts.remove(key);
        });
      }
    },
    secret: async () => {
      const stored = await writeTransaction(() => {
        const old = secrets.get('secret');
        const secret = old ?? randomBytes(32).toString('base64');
        if (old === undefined) void secrets.put('secret', secret);
        return secret;
      });
      return Buffer.from(stored, 'base64');
    },
    owner: nameThisProcess(),
    isGone: async (owner) => isProcessGone(owner),
    close: tables.close,
  };
}

function insertRecord(
  tables: Tables,
  record: OperationRecord,
  replaceable?: OperationRecord,
): OperationRecord | undefined {
  const holderId = record.scope === null ? undefined : tables.scopes.get(record.scope);
  const holder = holderId === undefined ? undefined : recordOf(tables, holderId);
  if (holder && !(holder.id === replaceable?.id && holder.version === replaceable.version)) return holder;
  if (tables.records.doesExist(record.id)) throw new Error(`operation ${record.id} is kept already`);
  if (record.scope !== null) void tables.scopes.put(record.scope, record.id);
  putRows(tables, record);
  return undefined;
}

/** There are a few dozen for each upstream, so that all are looked at. */
function expiredFacts({ facts }: Tables, now: number): readonly string[] {
  return Array.from(facts.getRange(), ({ key, value }) => ({ key, fact: parseFact(value) }))
    .filter(({ fact }) => !fact || fact.expiresAt < now)
    .map(({ key }) => key);
}

function recordOf({ records }: Tables, id: string): OperationRecord | undefined {
  const text = records.get(id);
  return text === undefined ? undefined : parseRecord(removeChecksum(text));
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
  return mergeNewestIds(lists, count);
}

function putRows({ records, states, expiries }: Tables, record: OperationRecord): void {
  void records.put(record.id, addChecksum(serializeRecord(record)));
  void states.put([record.state, record.id], '1');
  void expiries.put([record.expiresAt, record.id], '1');
}

function removeRows({ records, states, expiries }: Tables, { id, state, expiresAt }: OperationRecord): void {
  void records.remove(id);
  void states.remove([state, id]);
  void expiries.remove([expiresAt, id]);
}

function removeRecord(tables: Tables, record: OperationRecord): void {
  removeRows(tables, record);
  // The scope may have gone to a newer record.
  if (record.scope !== null && tables.scopes.get(record.scope) === record.id) void tables.scopes.remove(record.scope);
}
