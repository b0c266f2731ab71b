import { LRUCache } from 'lru-cache';

/** What was put last, up to so many keys. */
export interface Recent<Value extends object | number> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
}

export function createRecent<Value extends object | number>(most: number): Recent<Value> {
  const kept = new LRUCache<string, Value>({ max: most });
  return {
    get: (key) => kept.get(key),
    set: (key, value) => void kept.set(key, value),
  };
}
