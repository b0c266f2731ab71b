import type { CallOptions, Effect } from '../transport/exchange.js';
import type { ProviderFailure } from '../transport/failure.js';
import type { Json, JsonObject, UserErrorDetail, OperationRecord, RecoveryHint } from './record.js';

/** What a provider writes with: it goes into every call of the write. */
export interface WriteAttempt extends CallOptions {
  /**
   * Records how the outcome can be learned later. The hint is stored before anything is sent, so it must be recorded
   * before the first write.
   */
  readonly recordRecoveryHint: (hint: RecoveryHint) => void;
  readonly digest: Digest;
}

/** A keyed digest: the only form of personal data that a recovery hint may hold, to compare with what is there later. */
export type Digest = (value: Json) => string;

/** What a write gave. */
export interface ProviderWriteResult<Result extends JsonObject> {
  /** The result as it is stored and replayed: keys and states, no personal data. */
  readonly result: Result;
  /** Parts that the provider refused or did not find, while the rest is done. */
  readonly mistakes?: readonly UserErrorDetail[];
  /** Parts whose outcome is unknown. */
  readonly unknownFailures?: readonly ProviderFailure[];
}

/** One write, as asked for. */
export interface Intent {
  /** The mutation field. */
  readonly mutation: string;
  /** What it is at most: `acts` may be made to need a key. */
  readonly effect: Exclude<Effect, 'reads'>;
  readonly upstream: string;
  /** The longest that one of its calls may take. */
  readonly timeoutMs: number;
  readonly key: string | null;
  /** Without the key. */
  readonly arguments: Json;
  /** Id of what it is about; null where it makes something. */
  readonly target: string | null;
}

/** What the caller did wrong with a write, found before anything was sent. */
export class InvalidInputError extends Error {
  constructor(readonly mistakes: readonly UserErrorDetail[]) {
    super(mistakes.map(({ message }) => message).join(' '));
    this.name = 'Invalid';
  }
}

/** All calls of a write proved that nothing was done, so that it may be tried again under its key. */
export class NothingDoneError extends Error {
  constructor(readonly failure: ProviderFailure) {
    super(failure.message, { cause: failure });
    this.name = 'Undone';
  }
}

export type WriteRefusalCode =
  | 'IDEMPOTENCY_IN_PROGRESS'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IDEMPOTENCY_KEY_EXPIRED'
  | 'IDEMPOTENCY_KEY_REQUIRED'
  | 'UNAVAILABLE';

/** What became of a write. */
export type Outcome<Result extends JsonObject> =
  /** Done, or done but for the mistakes. `replayed`: by an earlier call with the same key. */
  | {
      readonly is: 'done';
      readonly record: OperationRecord;
      readonly result: Result;
      readonly mistakes: readonly UserErrorDetail[];
      readonly replayed: boolean;
    }
  /** The provider, or a check before it, said no. */
  | { readonly is: 'rejected'; readonly mistakes: readonly UserErrorDetail[]; readonly replayed: boolean }
  /** Nothing happened, and the same key may be used again. */
  | { readonly is: 'failed'; readonly failure: ProviderFailure }
  /** It may or may not have happened. */
  | {
      readonly is: 'unknown';
      readonly record: OperationRecord;
      /** What is known to be done of it. */
      readonly result: Result | null;
      readonly mistakes: readonly UserErrorDetail[];
      readonly message: string;
    }
  /** The gateway did not begin. */
  | {
      readonly is: 'refused';
      readonly code: WriteRefusalCode;
      readonly message: string;
      readonly retryAfterMs?: number;
    };

/** What reading from the provider proves about a write whose answer was lost. */
export type ReconcileVerdict =
  | { readonly is: 'done'; readonly result?: JsonObject }
  /**
   * Not done by now. It is believed once no late effect can come any more: `isSynchronous` says that the provider works a
   * request off while its call lasts; any other may keep one in a queue, and does it when nobody waits for it any more.
   */
  | { readonly is: 'notDone'; readonly isSynchronous?: true }
  /**
   * `forGood`: the provider has an identical thing that another write may have made, so no later read can decide
   * either.
   */
  | { readonly is: 'unknown'; readonly forGood?: boolean };

/** Reads from the provider and writes nothing. */
export type Reconciler = (upstream: string, hint: RecoveryHint, context: ReconcileContext) => Promise<ReconcileVerdict>;

export interface ReconcileContext extends CallOptions {
  readonly digest: Digest;
}
