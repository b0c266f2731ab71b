import { createHash } from 'node:crypto';

import type { FactStore } from '../../operations/facts.js';
import type { ComparisonVerdict } from '../ports/comparison-trial.js';

const HOUR_MS = 60 * 60_000;
/** A server's comparison changes when it is set up anew. */
const VERDICT_TTL_MS = 7 * 24 * HOUR_MS;
/** Where no row served as a proof, one may come any time. */
const ASSUMED_TTL_MS = HOUR_MS;

const VERDICTS: readonly string[] = ['alike', 'apart', 'assumed'] satisfies ComparisonVerdict[];

/** Verdicts of one upstream: at hand while the process lives, and in the store beyond that. */
export interface VerdictStore {
  readonly get: (what: string) => ComparisonVerdict | undefined;
  /** The store's, where this process has none. */
  readonly load: (what: string) => Promise<ComparisonVerdict | undefined>;
  readonly save: (what: string, verdict: ComparisonVerdict) => Promise<void>;
  /** Another number whenever one comes or goes. */
  readonly version: () => number;
}

export interface VerdictStoreOptions {
  /** The server that they are about: another address is another server. */
  readonly server: readonly string[];
  readonly facts: FactStore;
  /** Unix milliseconds. */
  readonly now: () => number;
}

export function createVerdictStore({ server, facts, now }: VerdictStoreOptions): VerdictStore {
  const known = new Map<string, { readonly verdict: ComparisonVerdict; readonly expiresAt: number }>();
  let version = 0;
  const keyOf = (what: string): string =>
    createHash('sha256')
      .update(JSON.stringify(['comparison', ...server, what]))
      .digest('base64url');
  const cacheVerdict = (what: string, verdict: ComparisonVerdict, expiresAt: number): void => {
    known.set(what, { verdict, expiresAt });
    version += 1;
  };
  const get = (what: string): ComparisonVerdict | undefined => {
    const found = known.get(what);
    if (!found || found.expiresAt > now()) return found?.verdict;
    known.delete(what);
    version += 1;
    return undefined;
  };
  return {
    get,
    load: async (what) => {
      const here = get(what);
      if (here !== undefined) return here;
      const fact = await facts.get(keyOf(what));
      if (!fact || fact.expiresAt <= now() || !isVerdict(fact.value)) return undefined;
      cacheVerdict(what, fact.value, fact.expiresAt);
      return fact.value;
    },
    save: async (what, verdict) => {
      const expiresAt = now() + (verdict === 'assumed' ? ASSUMED_TTL_MS : VERDICT_TTL_MS);
      cacheVerdict(what, verdict, expiresAt);
      await facts.put(keyOf(what), { value: verdict, expiresAt });
    },
    version: () => {
      for (const what of known.keys()) get(what);
      return version;
    },
  };
}

function isVerdict(value: string): value is ComparisonVerdict {
  return VERDICTS.includes(value);
}
