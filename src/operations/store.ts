import type { FactStore } from './facts.js';
import type { OperationRecord, OperationState } from './record.js';

/** Which records to list, newest first. */
export interface RecordQuery {
  readonly states?: readonly OperationState[] | undefined;
  readonly upstreams?: readonly string[] | undefined;
  /** Only those that began before the one with this id. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/**
 * Where writes are stored. Once a promise of `claim`, `advance` or `release` has resolved, the change is durable and
 * survives a kill of the process. All of them reject with the store's own error if it cannot be reached or written.
 */
export interface OperationStore {
  /**
   * Stores a new record and takes its scope, in one step among all processes. If another record holds the scope, that
   * record is returned and nothing changes, unless it is `over` as it was read (same id and version): then the new
   * record takes the scope, and `over` stays listed without it. Undefined: the record is stored.
   */
  readonly insert: (record: OperationRecord, replaceable?: OperationRecord) => Promise<OperationRecord | undefined>;
  /** Replaces version `record.version - 1` of the same record; false if that version is not the stored one. */
  readonly update: (record: OperationRecord) => Promise<boolean>;
  /** Takes a record and its scope away, as if it had never been; one that has changed since it was read stays. */
  readonly release: (record: OperationRecord) => Promise<void>;
  readonly get: (id: string) => Promise<OperationRecord | undefined>;
  readonly list: (query: RecordQuery) => Promise<readonly OperationRecord[]>;
  /** What was learned of upstreams. */
  readonly facts: FactStore;
  /** Forgets what expired before this time (unix milliseconds). */
  readonly purge: (now: number) => Promise<void>;
  /** A secret of the store's own, made at its first use: 32 random bytes that all processes share. */
  readonly secret: () => Promise<Buffer>;
  /** Names this process in `OperationRecord.owner`. */
  readonly owner: string;
  /** Whether a process has certainly ended; false where that cannot be determined. */
  readonly isGone: (owner: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}
