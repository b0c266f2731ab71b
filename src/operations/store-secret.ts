import type { CallOptions } from '../transport/exchange.js';
import { digestOf } from './idempotency-key.js';
import type { Digest } from './intent.js';
import type { OperationStore } from './store.js';
import { fromStore } from './write-context.js';

/** What is made with the secret of a store, which is read once. */
export interface StoreSecret {
  readonly loadDigest: () => Promise<Digest>;
  /** By what the caller's own credential for an upstream is known again; undefined where it brings none. */
  readonly markAccount: (upstream: string, callOptions: CallOptions) => Promise<string | undefined>;
}

export function createStoreSecret(store: Pick<OperationStore, 'secret'>): StoreSecret {
  let secret: Promise<Buffer> | undefined;
  const load = (): Promise<Buffer> =>
    (secret ??= fromStore(store.secret()).catch((error: unknown) => {
      secret = undefined;
      throw error;
    }));
  return {
    loadDigest: async () => {
      const key = await load();
      return (value) => digestOf(value, key);
    },
    markAccount: async (upstream, { credentials }) => credentials?.get(upstream)?.markFor(await load()),
  };
}
