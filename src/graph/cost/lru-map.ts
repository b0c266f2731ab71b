import { LRUCache } from 'lru-cache';

/** What was put last, up to so many keys, or where values have sizes, up to so much of them. */
export interface LruMap<Value extends object | number> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  readonly values: () => Iterable<Value>;
}

/**
 * `sizeOf`: what a value counts for, a whole number above 0; default: each the same. `idleMs`: how long a value is kept
 * that nobody asks for; default: for ever.
 */
export function createLruMap<Value extends object | number>(
  maxSize: number,
  sizeOf: (value: Value) => number = () => 1,
  idleMs = 0,
): LruMap<Value> {
  const cache = new LRUCache<string, Value>({ maxSize, sizeCalculation: sizeOf, ttl: idleMs, updateAgeOnGet: true });
  return {
    get: (key) => cache.get(key),
    set: (key, value) => void cache.set(key, value),
    values: () => cache.values(),
  };
}
