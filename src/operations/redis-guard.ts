import { randomUUID } from 'node:crypto';

import type { RedisConnection } from './redis-connection.js';

/** Asks a Redis only while it holds the data that it held when this process began. */
export interface RedisGuard {
  readonly whilePresent: RedisConnection['runCommands'];
}

/**
 * A Redis that was flushed, restarted empty or replaced would take every key for a new one, and what was sent would be sent
 * again. So a key marks the data, and each command that follows is checked to have met it: for this process the marker
 * that was there at its start, and no other.
 */
export async function guardRedisData({ runCommands, label }: RedisConnection, key: string): Promise<RedisGuard> {
  const readMarker = (): Promise<string | null> => runCommands((redis) => redis.get(key));
  await runCommands((redis) => redis.set(key, randomUUID(), 'NX'));
  const marker = await readMarker();
  return {
    whilePresent: async (commands) => {
      const found = await readMarker();
      if (found !== marker) {
        throw new Error(
          `${label} has lost its data (it was flushed, restarted without them or replaced): nothing is sent until they are back, or the gateway is restarted to begin with an empty store`,
        );
      }
      return runCommands(commands);
    },
  };
}
