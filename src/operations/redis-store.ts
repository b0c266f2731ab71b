import { randomBytes } from 'node:crypto';

import { parseFact, serializeFact } from './facts.js';
import { listNewestRecords, mergeNewestIds } from './list-records.js';
import type { OperationRecord } from './record.js';
import { parseRecord, OPERATION_STATES, serializeRecord } from './record-json.js';
import { connectRedis } from './redis-connection.js';
import { findWeaknesses } from './redis-durability.js';
import { guardRedisData } from './redis-guard.js';
import { startHeartbeat } from './redis-heartbeat.js';
import { UPDATE_SCRIPT, INSERT_SCRIPT, PURGE_SCRIPT, RELEASE_SCRIPT } from './redis-scripts.js';
import type { OperationStore } from './store.js';

export interface RedisStoreOptions {
  /** Prefix of all keys, in braces, so that a cluster keeps them in one hash slot. */
  readonly prefix?: string;
  /** How long a connection or a command may take, in milliseconds. */
  readonly timeoutMs?: number;
  /** Whether one that may forget writes will do. */
  readonly allowWeak?: boolean;
  /** Called with the ways in which it may forget writes. */
  readonly warn?: (message: string) => void;
}

const PURGE_BATCH = 100;
const MAX_TRIES = 5;
// Nobody may be left to purge; and a purge goes by the gateway's clock, which may be behind that of Redis.
const TTL_MARGIN_MS = 24 * 60 * 60 * 1000;

/**
 * Opens the store in one Redis, which several hosts may share. It is as durable as Redis: one that may forget writes by its
 * settings is refused unless `allowWeak`, and a failover to a replica may lose the latest writes. If
 * Redis is unreachable, a call rejects within twice `timeoutMs`, with a sentence without credentials.
 */
export async function openRedisStore(url: string, options: RedisStoreOptions = {}): Promise<OperationStore> {
  const { prefix = 'trunkline', timeoutMs = 3_000, allowWeak = false, warn = () => undefined } = options;
  const keys = keysUnder(`{${prefix}}:`);
  const connection = await connectRedis(url, timeoutMs);
  const { runCommands } = connection;
  const openParts = async () => {
    const weaknesses = await findWeaknesses(connection);
    if (weaknesses.length > 0) {
      const sentence = `${connection.label} may forget writes, and would let them be sent twice: ${weaknesses.join('; ')}`;
      if (!allowWeak)
        throw new Error(`${sentence}; set it up otherwise, or accept that with idempotency.allowWeak: true`);
      warn(sentence);
    }
    const guard = await guardRedisData(connection, keys.marker);
    return { guard, heartbeat: await startHeartbeat(connection, keys.owner) };
  };
  const { guard, heartbeat } = await openParts().catch(async (error: unknown) => {
    await connection.close();
    throw error;
  });

  const runScript = (
    script: string,
    names: readonly string[],
    values: ReadonlyArray<string | number>,
  ): Promise<unknown> => guard.whilePresent((redis) => redis.eval(script, names.length, ...names, ...values));
  const get = async (id: string): Promise<OperationRecord | undefined> => {
    const text = await guard.whilePresent((redis) => redis.hget(keys.record(id), 'record'));
    return text === null ? undefined : parseRecord(text);
  };

  return {
    insert: async (record, replaceable) => {
      const names = [...keys.forRecord(record.id, record.scope), keys.record(replaceable?.id ?? record.id)];
      const values = [...valuesOf(record), replaceable?.id ?? '', replaceable?.version ?? ''];
      let holder: unknown;
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        holder = await runScript(INSERT_SCRIPT, names, values);
        if (holder === '') return undefined;
        const found = await get(String(holder));
        // Where it is not there it was released between the two questions, and the scope with it.
        if (found) return found;
      }
      throw new Error(`Redis has lost operation ${String(holder)} but not its key: it must be set up to evict nothing`);
    },
    update: async (record) => {
      const values = [...valuesOf(record), record.version - 1];
      return (await runScript(UPDATE_SCRIPT, keys.forRecord(record.id, record.scope), values)) === 1;
    },
    release: async ({ id, scope, version }) => {
      await runScript(RELEASE_SCRIPT, keys.forRecord(id, scope), [id, version]);
    },
    get,
    list: (query) =>
      listNewestRecords(query, {
        newestIds: async (states, before, count) => {
          const answers = await guard.whilePresent(async (redis) => {
            const transaction = redis.multi();
            const below = before === undefined ? '+' : `(${before}`;
            for (const state of states) transaction.zrevrangebylex(keys.state(state), below, '-', 'LIMIT', 0, count);
            return (await transaction.exec()) ?? [];
          });
          return mergeNewestIds(answers.map(idsInReply), count);
        },
        readRecords: async (ids) => (await Promise.all(ids.map(get))).flatMap((record) => record ?? []),
      }),
    facts: {
      get: async (key) => parseFact(await runCommands((redis) => redis.get(keys.fact(key)))),
      put: async (key, fact) => {
        // Redis itself forgets it.
        await runCommands((redis) =>
          redis.set(keys.fact(key), serializeFact(fact), 'PXAT', fact.expiresAt + TTL_MARGIN_MS),
        );
      },
    },
    purge: async (now) => {
      const expired = () =>
        runCommands((redis) => redis.zrangebyscore(keys.expiry, 0, `(${now}`, 'LIMIT', 0, PURGE_BATCH));
      for (let ids = await expired(); ids.length > 0; ids = await expired()) {
        await Promise.all(
          ids.map(async (id) => {
            const scope = await runCommands((redis) => redis.hget(keys.record(id), 'scope'));
            await runScript(PURGE_SCRIPT, keys.forRecord(id, scope), [id, now]);
          }),
        );
      }
    },
    secret: async () => {
      const candidate = randomBytes(32).toString('base64');
      await runCommands((redis) => redis.set(keys.secret, candidate, 'NX'));
      return Buffer.from((await runCommands((redis) => redis.get(keys.secret))) ?? candidate, 'base64');
    },
    owner: heartbeat.owner,
    isGone: heartbeat.isGone,
    close: async () => {
      await heartbeat.stop();
      await connection.close();
    },
  };
}

function keysUnder(prefix: string) {
  const record = (id: string): string => `${prefix}record:${id}`;
  const state = (name: string): string => `${prefix}state:${name}`;
  const expiry = `${prefix}expiry`;
  return {
    record,
    state,
    expiry,
    secret: `${prefix}secret`,
    marker: `${prefix}store`,
    fact: (key: string): string => `${prefix}fact:${key}`,
    owner: `${prefix}owner:`,
    /** The keys that the scripts take; of a record without scope, one that is never there. */
    forRecord: (id: string, scope: string | null): readonly string[] => [
      record(id),
      `${prefix}scope:${scope ?? ''}`,
      expiry,
      ...OPERATION_STATES.map(state),
    ],
  };
}

function valuesOf(record: OperationRecord): ReadonlyArray<string | number> {
  const { id, version, scope, expiresAt, state } = record;
  const stateIndex = OPERATION_STATES.indexOf(state) + 1;
  return [id, version, serializeRecord(record), scope ?? '', expiresAt, expiresAt + TTL_MARGIN_MS, stateIndex];
}

function idsInReply([error, answer]: readonly [Error | null, unknown]): readonly string[] {
  if (error || !Array.isArray(answer))
    throw new Error(`Redis could not list operations: ${error?.message ?? 'no list'}`);
  return answer.filter((text) => typeof text === 'string');
}
