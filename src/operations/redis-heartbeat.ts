import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

import type { RedisConnection } from './redis-connection.js';

/** Tells the other processes that this one lives, and asks after them. */
export interface Heartbeat {
  readonly owner: string;
  /** Whether the process that beats under this name surely runs no more. */
  readonly isGone: (owner: string) => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

const EVERY_MS = 10_000;
const LASTS_MS = 30_000;

/** Begins to beat under a new name; the keys of all processes begin with `prefix`. */
export async function startHeartbeat({ ask, onReturn }: RedisConnection, prefix: string): Promise<Heartbeat> {
  const owner = `${hostname()}/${process.pid}/${randomUUID()}`;
  const beat = async (): Promise<void> => {
    await ask((redis) => redis.set(prefix + owner, '1', 'PX', LASTS_MS));
  };
  // A beat that fails is made good by the next one.
  const tryBeat = (): void => void beat().catch(() => undefined);
  let tellsFrom = 0;
  await beat();
  const timer = setInterval(tryBeat, EVERY_MS).unref();
  onReturn(() => {
    // Where Redis was away, the beats of processes that live may have run out: they are given time to come back too.
    tellsFrom = Date.now() + LASTS_MS;
    tryBeat();
  });
  return {
    owner,
    isGone: async (name) => {
      if (name === owner || !/^[^/]+\/\d+\/[\da-f-]{36}$/.test(name) || Date.now() < tellsFrom) return false;
      return (await ask((redis) => redis.exists(prefix + name))) === 0;
    },
    stop: async () => {
      clearInterval(timer);
      // Where this fails the beat runs out by itself.
      await ask((redis) => redis.del(prefix + owner)).catch(() => undefined);
    },
  };
}
