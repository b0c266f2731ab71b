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

const INTERVAL_MS = 10_000;
const TTL_MS = 30_000;

/** Begins to beat under a new name; the keys of all processes begin with `prefix`. */
export async function startHeartbeat(
  { runCommands, onReconnect }: RedisConnection,
  prefix: string,
): Promise<Heartbeat> {
  const owner = `${hostname()}/${process.pid}/${randomUUID()}`;
  const sendBeat = async (): Promise<void> => {
    await runCommands((redis) => redis.set(prefix + owner, '1', 'PX', TTL_MS));
  };
  // A beat that fails is made good by the next one.
  const trySendBeat = (): void => void sendBeat().catch(() => undefined);
  let reliableFrom = 0;
  await sendBeat();
  const timer = setInterval(trySendBeat, INTERVAL_MS).unref();
  onReconnect(() => {
    // Where Redis was away, the beats of processes that live may have run out: they are given time to come back too.
    reliableFrom = Date.now() + TTL_MS;
    trySendBeat();
  });
  return {
    owner,
    isGone: async (name) => {
      if (name === owner || !/^[^/]+\/\d+\/[\da-f-]{36}$/.test(name) || Date.now() < reliableFrom) return false;
      return (await runCommands((redis) => redis.exists(prefix + name))) === 0;
    },
    stop: async () => {
      clearInterval(timer);
      // Where this fails the beat runs out by itself.
      await runCommands((redis) => redis.del(prefix + owner)).catch(() => undefined);
    },
  };
}
