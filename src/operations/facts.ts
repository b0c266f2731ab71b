/** Something that was learned of an upstream, without personal data. */
export interface Fact {
  readonly value: string;
  /** Unix milliseconds. */
  readonly expiresAt: number;
}

/** What was learned of upstreams, kept beside the operations so that it outlives the process and is learned by one only. */
export interface FactStore {
  /** Also one that has expired, as long as nobody purged it. */
  readonly get: (key: string) => Promise<Fact | undefined>;
  readonly put: (key: string, fact: Fact) => Promise<void>;
}

export function serializeFact({ value, expiresAt }: Fact): string {
  return JSON.stringify([value, expiresAt]);
}

/** Undefined for what another version of ours may have written. */
export function parseFact(text: string | null | undefined): Fact | undefined {
  if (typeof text !== 'string') return undefined;
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) return undefined;
  const [value, expiresAt] = parsed as readonly unknown[];
  return typeof value === 'string' && typeof expiresAt === 'number' ? { value, expiresAt } : undefined;
}
