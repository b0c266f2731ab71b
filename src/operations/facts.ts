/** Something that was learned of an upstream, without personal data. */
export interface Fact {
  readonly value: string;
  /** Unix milliseconds. */
  readonly expiresAt: number;
}

/**
 * Facts about upstreams, stored beside the operations: they survive the process, and only one process has to learn
 * them.
 */
export interface FactStore {
  /** Also returns a fact that has expired, until it is purged. */
  readonly get: (key: string) => Promise<Fact | undefined>;
  readonly put: (key: string, fact: Fact) => Promise<void>;
}

export function serializeFact({ value, expiresAt }: Fact): string {
  return JSON.stringify([value, expiresAt]);
}

/** Undefined for a value that another version of this program may have written. */
export function parseFact(text: string | null | undefined): Fact | undefined {
  if (typeof text !== 'string') return undefined;
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) return undefined;
  const [value, expiresAt] = parsed as readonly unknown[];
  return typeof value === 'string' && typeof expiresAt === 'number' ? { value, expiresAt } : undefined;
}
