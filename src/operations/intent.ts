import type { Asking, Effect } from '../transport/exchange.js';
import type { ProviderFailure } from '../transport/failure.js';
import type { Json, JsonObject, Mistake, OperationRecord, Trail } from './record.js';

/** What a provider's plug writes with: it goes into every call of the write. */
export interface Writing extends Asking {
  /** Leaves word of how to learn the outcome later; kept before anything is sent, so say it before the first write. */
  readonly remember: (trail: Trail) => void;
  readonly digest: Digest;
}

/** A keyed digest: what a trail may hold of personal data, to compare with what is there later. */
export type Digest = (value: Json) => string;

/** What a write gave. */
export interface Sent<Result extends JsonObject> {
  /** As it is kept and told again: keys and states, nothing personal. */
  readonly result: Result;
  /** Parts that the provider refused, or that were not there, though the rest is done. */
  readonly mistakes?: readonly Mistake[];
  /** Parts whose outcome nobody knows. */
  readonly lost?: readonly ProviderFailure[];
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
export class Invalid extends Error {
  constructor(readonly mistakes: readonly Mistake[]) {
    super(mistakes.map(({ message }) => message).join(' '));
    this.name = 'Invalid';
  }
}

/** All calls of a write proved that nothing was done, so that it may be tried again under its key. */
export class Undone extends Error {
  constructor(readonly failure: ProviderFailure) {
    super(failure.message, { cause: failure });
    this.name = 'Undone';
  }
}

export type Refusal =
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
      readonly mistakes: readonly Mistake[];
      readonly replayed: boolean;
    }
  /** The provider, or a check before it, said no. */
  | { readonly is: 'rejected'; readonly mistakes: readonly Mistake[]; readonly replayed: boolean }
  /** Nothing happened, and the same key may be used again. */
  | { readonly is: 'failed'; readonly failure: ProviderFailure }
  /** It may or may not have happened. */
  | {
      readonly is: 'unknown';
      readonly record: OperationRecord;
      /** What is known to be done of it. */
      readonly result: Result | null;
      readonly mistakes: readonly Mistake[];
      readonly message: string;
    }
  /** The gateway did not begin. */
  | { readonly is: 'refused'; readonly code: Refusal; readonly message: string; readonly retryAfterMs?: number };

/** What a look at the provider tells of a write whose answer was lost. */
export type Verdict =
  | { readonly is: 'done'; readonly result?: JsonObject }
  /** Not done by now; believed once no byte of it can be on its way any more. */
  | { readonly is: 'notDone' }
  /** `forGood`: what is there can't be told from a twin, so that no later look may decide either. */
  | { readonly is: 'unknown'; readonly forGood?: boolean };

/** Takes a look: reads only. */
export type Look = (upstream: string, trail: Trail, looking: Looking) => Promise<Verdict>;

export interface Looking extends Asking {
  readonly digest: Digest;
}
