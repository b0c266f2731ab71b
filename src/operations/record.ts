/**
 * Where a write stands. RESERVED: its key is taken, nothing has left. DISPATCHED: bytes of it may leave from now on.
 * The other four are ends, of which UNKNOWN may still be settled.
 */
export type OperationState = 'RESERVED' | 'DISPATCHED' | 'SUCCEEDED' | 'REJECTED' | 'NOT_SENT' | 'UNKNOWN';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };
export type JsonObject = Readonly<Record<string, Json | undefined>>;

/** What the caller can mend, in the words of the contract. */
export interface UserErrorDetail {
  /** A code of the error catalogue. */
  readonly code: string;
  readonly message: string;
  /** Path of the argument; null for the whole. */
  readonly field: readonly string[] | null;
}

/** How to learn the outcome later if no answer came: which reconciler to use, and its arguments. */
export interface RecoveryHint extends JsonObject {
  /** Name of the reconciler: one of the gateway's or one of the provider's own. */
  readonly look: string;
}

/** One change of state, made by a person or by reading from the provider. */
export interface Settlement {
  readonly state: OperationState;
  /** Unix milliseconds. */
  readonly at: number;
  /** `person`: by resolveOperation; `look`: by reading from the provider; `restart`: when the gateway started again. */
  readonly by: 'person' | 'look' | 'restart';
  readonly note: string | null;
}

/**
 * One write as the store keeps it. It holds ids, states and words of the gateway, never what was written: phone
 * numbers and texts are in it as a keyed fingerprint only.
 */
export interface OperationRecord {
  /** UUIDv7: records sort by their beginning. */
  readonly id: string;
  /** Raised with every change; what `advance` compares. */
  readonly version: number;
  /** The mutation field, e.g. `sendTransmission`. */
  readonly mutation: string;
  readonly upstream: string;
  /** As the client gave it; null without one. */
  readonly key: string | null;
  /** What the key is unique in: field, upstream, caller and key in one digest; null without a key. */
  readonly scope: string | null;
  /** By what the caller's own credential is known again, where the write was sent with one. */
  readonly account?: string;
  /** Keyed digest of the arguments. */
  readonly fingerprint: string;
  /** Id of the thing that the mutation names; null where it makes one. */
  readonly target: string | null;
  readonly state: OperationState;
  /** Unix milliseconds. */
  readonly createdAt: number;
  readonly dispatchedAt: number | null;
  readonly finishedAt: number | null;
  /** Unix milliseconds after which no process can still be at it. */
  readonly lease: number;
  /** The process that is at it. */
  readonly owner: string;
  /** Unix milliseconds after which it may be forgotten. */
  readonly expiresAt: number;
  readonly result: JsonObject | null;
  readonly mistakes: readonly UserErrorDetail[];
  /** One sentence on why it did not succeed. */
  readonly message: string | null;
  readonly trail: RecoveryHint | null;
  readonly settlements: readonly Settlement[];
}
