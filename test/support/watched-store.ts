import { createMemoryStore } from '../../src/operations/memory-store.js';
import type { OperationStore } from '../../src/operations/store.js';

/** A store in memory, and the JSON of each record that was put into it. */
export function createWatchedStore(): { readonly store: OperationStore; readonly stored: readonly string[] } {
  const stored: string[] = [];
  const store = createMemoryStore();
  return {
    stored,
    store: {
      ...store,
      insert: (record, ...rest) => (stored.push(JSON.stringify(record)), store.insert(record, ...rest)),
      update: (record) => (stored.push(JSON.stringify(record)), store.update(record)),
    },
  };
}
