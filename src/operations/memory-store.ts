import { randomBytes, randomUUID } from 'node:crypto';

import type { Fact } from './facts.js';
import type { OperationRecord } from './record.js';
import type { OperationStore } from './store.js';

/** Keeps writes as long as the process lives: for upstreams that live no longer than it, such as emulators. */
export function createMemoryStore(): OperationStore {
  const records = new Map<string, OperationRecord>();
  const scopes = new Map<string, string>();
  const facts = new Map<string, Fact>();
  const secret = randomBytes(32);
  const removeRecord = ({ id, scope }: OperationRecord): void => {
    records.delete(id);
    if (scope !== null && scopes.get(scope) === id) scopes.delete(scope);
  };
  return {
    owner: randomUUID(),
    insert: async (record, replaceable) => {
      const { scope } = record;
      const holder = scope === null ? undefined : records.get(scopes.get(scope) ?? '');
      if (holder && (holder.id !== replaceable?.id || holder.version !== replaceable.version)) return holder;
      records.set(record.id, record);
      if (scope !== null) scopes.set(scope, record.id);
      return undefined;
    },
    update: async (record) => {
      if (records.get(record.id)?.version !== record.version - 1) return false;
      records.set(record.id, record);
      return true;
    },
    release: async (record) => {
      if (records.get(record.id)?.version === record.version) removeRecord(record);
    },
    get: async (id) => records.get(id),
    list: async ({ states, upstreams, before, limit }) =>
      [...records.values()]
        .filter(({ id, state, upstream }) => {
          if (before !== undefined && id >= before) return false;
          return (states?.includes(state) ?? true) && (upstreams?.includes(upstream) ?? true);
        })
        .sort((one, other) => (one.id < other.id ? 1 : -1))
        .slice(0, limit),
    facts: {
      get: async (key) => facts.get(key),
      put: async (key, fact) => void facts.set(key, fact),
    },
    purge: async (now) => {
      for (const record of [...records.values()]) if (record.expiresAt < now) removeRecord(record);
      for (const [key, { expiresAt }] of facts) if (expiresAt < now) facts.delete(key);
    },
    secret: async () => secret,
    isGone: async () => false,
    close: async () => undefined,
  };
}
