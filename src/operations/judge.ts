import { ProviderFailure, type FailureKind } from '../transport/failure.js';
import { Invalid, Undone, type Sent } from './intent.js';
import type { JsonObject, Mistake } from './record.js';

/** What an attempt at a write proves. */
export type Judgement<Result extends JsonObject> =
  | { readonly is: 'done'; readonly sent: Sent<Result> }
  | { readonly is: 'invalid'; readonly mistakes: readonly Mistake[] }
  | { readonly is: 'rejected'; readonly mistakes: readonly Mistake[] }
  | { readonly is: 'notSent'; readonly failure: ProviderFailure }
  | { readonly is: 'unknown'; readonly failure: ProviderFailure; readonly sent?: Sent<Result> };

/** A whole "no" of these kinds speaks of our account or of the hour, not of the write: it may be tried again. */
const NOT_NOW: ReadonlySet<FailureKind> = new Set(['auth', 'rate-limited', 'overloaded']);

/** `acts`: how many different calls that change something were begun. */
export function judgeSent<Result extends JsonObject>(sent: Sent<Result>): Judgement<Result> {
  const [failure] = sent.lost ?? [];
  return failure ? { is: 'unknown', failure, sent } : { is: 'done', sent };
}

/** Judges what a write threw; a bug of ours is thrown on. */
export function judgeThrown(error: unknown, acts: number): Judgement<never> {
  // Thrown with nothing begun it is our own check; behind a call it is the provider's "no" in the words of the input.
  if (error instanceof Invalid) return { is: acts > 0 ? 'rejected' : 'invalid', mistakes: error.mistakes };
  if (error instanceof Undone) return { is: 'notSent', failure: error.failure };
  if (!(error instanceof ProviderFailure)) throw error;
  // What came before the last call may have been done, and its plug did not say.
  if (acts > 1) return { is: 'unknown', failure: error };
  if (error.sent === 'no' || acts === 0 || NOT_NOW.has(error.kind)) {
    return error.kind === 'rejected' || error.kind === 'not-found'
      ? { is: 'rejected', mistakes: [toMistake(error)] }
      : { is: 'notSent', failure: error };
  }
  if (error.sent === 'yes') return { is: 'rejected', mistakes: [toMistake(error)] };
  return { is: 'unknown', failure: error };
}

/** A provider's "no" as something that the caller can mend. */
export function toMistake(failure: ProviderFailure, field: readonly string[] | null = null): Mistake {
  const unsendable = failure.kind === 'rejected' && failure.sent === 'no';
  const code = failure.kind === 'not-found' ? 'NOT_FOUND' : unsendable ? 'BAD_USER_INPUT' : 'UPSTREAM_REJECTED';
  return { code, message: failure.message, field };
}
