import type { OperationStore } from './store.js';

/** Where writes are stored, from the config. Exactly one of the two is set. */
export interface StoreLocation {
  readonly directory: string | undefined;
  readonly redis: string | undefined;
  /** Whether a Redis that may forget writes will do. */
  readonly allowWeak?: boolean;
}

/** Opens the store of the config; rejects with one sentence that says what to do. */
export async function openStore(
  { directory, redis, allowWeak = false }: StoreLocation,
  warn: (message: string) => void = () => undefined,
): Promise<OperationStore> {
  // Only what is used is loaded: each brings a driver.
  if (redis !== undefined) return (await import('./redis-store.js')).openRedisStore(redis, { allowWeak, warn });
  if (directory !== undefined) return (await import('./lmdb-store.js')).openLmdbStore(directory);
  throw new TypeError('a config names a folder or Redis');
}
