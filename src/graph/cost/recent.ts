import { LRUCache } from 'lru-cache';

/** What was put last, up to so many keys, or where values have sizes, up to so much of them. */
export interface Recent<Value extends object | number> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
}

/** `sizeOf`: what a value counts for, a whole number above 0; default: each the same. */
export function createRecent<Value extends object | number>(
  most: number,
  sizeOf: (value: Value) => number = () => 1,
): Recent<Value> {
  const kept = new LRUCache<string, Value>({ maxSize: most, sizeCalculation: sizeOf });
  return {
    get: (key) => kept.get(key),
    set: (key, value) => void kept.set(key, value),
  };
}
