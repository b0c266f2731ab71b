import { randomBytes } from 'node:crypto';

import { factFromText, factToText } from './facts.js';
import { listNewest, mergeNewest } from './listing.js';
import type { OperationRecord } from './record.js';
import { fromText, STATES, toText } from './record-text.js';
import { connectRedis } from './redis-connection.js';
import { startHeartbeat } from './redis-heartbeat.js';
import { ADVANCE, CLAIM, PURGE, RELEASE } from './redis-scripts.js';
import type { OperationStore } from './store.js';

export interface RedisStoreOptions {
  /** What the keys begin with, in braces: a cluster then keeps them in one place. */
  readonly prefix?: string;
  /** How long a connection or a command may take, in milliseconds. */
  readonly timeoutMs?: number;
}

const PURGED_AT_ONCE = 100;
const LOOKS = 5;
// Nobody may be left to purge; and a purge goes by the gateway's clock, which may be behind that of Redis.
const NET_MS = 24 * 60 * 60 * 1000;

/**
 * Opens the store in one Redis, which several hosts may share. Its promises are as durable as Redis makes them: it must
 * run with `appendfsync always` and evict nothing (`maxmemory-policy noeviction`), and a failover to a replica may lose
 * what was told last. A call rejects within twice `timeoutMs` where Redis is away, with a sentence without credentials.
 */
export async function openRedisStore(url: string, options: RedisStoreOptions = {}): Promise<OperationStore> {
  const { prefix = 'trunkline', timeoutMs = 3_000 } = options;
  const keys = keysUnder(`{${prefix}}:`);
  const connection = await connectRedis(url, timeoutMs);
  const { ask } = connection;
  const heartbeat = await startHeartbeat(connection, keys.owner).catch(async (error: unknown) => {
    await connection.close();
    throw error;
  });

  const run = (script: string, names: readonly string[], values: ReadonlyArray<string | number>): Promise<unknown> =>
    ask((redis) => redis.eval(script, names.length, ...names, ...values));
  const get = async (id: string): Promise<OperationRecord | undefined> => {
    const text = await ask((redis) => redis.hget(keys.record(id), 'record'));
    return text === null ? undefined : fromText(text);
  };

  return {
    claim: async (record, over) => {
      const names = [...keys.ofRecord(record.id, record.scope), keys.record(over?.id ?? record.id)];
      const values = [...valuesOf(record), over?.id ?? '', over?.version ?? ''];
      let holder: unknown;
      for (let look = 0; look < LOOKS; look += 1) {
        holder = await run(CLAIM, names, values);
        if (holder === '') return undefined;
        const found = await get(String(holder));
        // Where it is not there it was released between the two questions, and the scope with it.
        if (found) return found;
      }
      throw new Error(`Redis has lost operation ${String(holder)} but not its key: it must be set up to evict nothing`);
    },
    advance: async (record) => {
      const values = [...valuesOf(record), record.version - 1];
      return (await run(ADVANCE, keys.ofRecord(record.id, record.scope), values)) === 1;
    },
    release: async ({ id, scope, version }) => {
      await run(RELEASE, keys.ofRecord(id, scope), [id, version]);
    },
    get,
    list: (query) =>
      listNewest(query, {
        newest: async (states, before, count) => {
          const answers = await ask(async (redis) => {
            const together = redis.multi();
            const below = before === undefined ? '+' : `(${before}`;
            for (const state of states) together.zrevrangebylex(keys.state(state), below, '-', 'LIMIT', 0, count);
            return (await together.exec()) ?? [];
          });
          return mergeNewest(answers.map(textsIn), count);
        },
        read: async (ids) => (await Promise.all(ids.map(get))).flatMap((record) => record ?? []),
      }),
    facts: {
      get: async (key) => factFromText(await ask((redis) => redis.get(keys.fact(key)))),
      put: async (key, fact) => {
        // Redis itself forgets it.
        await ask((redis) => redis.set(keys.fact(key), factToText(fact), 'PXAT', fact.expiresAt + NET_MS));
      },
    },
    purge: async (now) => {
      const expired = () => ask((redis) => redis.zrangebyscore(keys.expiry, 0, `(${now}`, 'LIMIT', 0, PURGED_AT_ONCE));
      for (let ids = await expired(); ids.length > 0; ids = await expired()) {
        await Promise.all(
          ids.map(async (id) => {
            const scope = await ask((redis) => redis.hget(keys.record(id), 'scope'));
            await run(PURGE, keys.ofRecord(id, scope), [id, now]);
          }),
        );
      }
    },
    secret: async () => {
      const made = randomBytes(32).toString('base64');
      await ask((redis) => redis.set(keys.secret, made, 'NX'));
      return Buffer.from((await ask((redis) => redis.get(keys.secret))) ?? made, 'base64');
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
    fact: (key: string): string => `${prefix}fact:${key}`,
    owner: `${prefix}owner:`,
    /** The keys that the scripts take; of a record without scope, one that is never there. */
    ofRecord: (id: string, scope: string | null): readonly string[] => [
      record(id),
      `${prefix}scope:${scope ?? ''}`,
      expiry,
      ...STATES.map(state),
    ],
  };
}

function valuesOf(record: OperationRecord): ReadonlyArray<string | number> {
  const { id, version, scope, expiresAt, state } = record;
  const place = STATES.indexOf(state) + 1;
  return [id, version, toText(record), scope ?? '', expiresAt, expiresAt + NET_MS, place];
}

function textsIn([error, answer]: readonly [Error | null, unknown]): readonly string[] {
  if (error || !Array.isArray(answer))
    throw new Error(`Redis could not list operations: ${error?.message ?? 'no list'}`);
  return answer.filter((text) => typeof text === 'string');
}
