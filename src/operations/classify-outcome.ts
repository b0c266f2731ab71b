import { ProviderFailure, type FailureKind } from '../transport/failure.js';
import { InvalidInputError, NothingDoneError, type ProviderWriteResult } from './intent.js';
import type { JsonObject, UserErrorDetail } from './record.js';

/** What an attempt at a write proves. */
export type ClassifiedOutcome<Result extends JsonObject> =
  | { readonly is: 'done'; readonly sent: ProviderWriteResult<Result> }
  | { readonly is: 'invalid'; readonly mistakes: readonly UserErrorDetail[] }
  | { readonly is: 'rejected'; readonly mistakes: readonly UserErrorDetail[] }
  | { readonly is: 'notSent'; readonly failure: ProviderFailure }
  | { readonly is: 'unknown'; readonly failure: ProviderFailure; readonly sent?: ProviderWriteResult<Result> };

/** A whole "no" of these kinds speaks of our account or of the hour, not of the write: it may be tried again. */
const RETRYABLE_REFUSALS: ReadonlySet<FailureKind> = new Set(['auth', 'rate-limited', 'overloaded']);

/** `acts`: how many different calls that change something were begun. */
export function classifyResult<Result extends JsonObject>(
  sent: ProviderWriteResult<Result>,
): ClassifiedOutcome<Result> {
  const [failure] = sent.unknownFailures ?? [];
  return failure ? { is: 'unknown', failure, sent } : { is: 'done', sent };
}

/** Classifies what a write threw. An error that is a bug of the gateway is thrown again. */
export function classifyError(error: unknown, requestCount: number): ClassifiedOutcome<never> {
  // Thrown with nothing begun it is our own check; behind a call it is the provider's "no" in the words of the input.
  if (error instanceof InvalidInputError)
    return { is: requestCount > 0 ? 'rejected' : 'invalid', mistakes: error.mistakes };
  if (error instanceof NothingDoneError) return { is: 'notSent', failure: error.failure };
  if (!(error instanceof ProviderFailure)) throw error;
  // What came before the last call may have been done, and the provider did not say.
  if (requestCount > 1) return { is: 'unknown', failure: error };
  if (error.sent === 'no' || requestCount === 0 || RETRYABLE_REFUSALS.has(error.kind)) {
    return error.kind === 'rejected' || error.kind === 'not-found'
      ? { is: 'rejected', mistakes: [toUserErrorDetail(error)] }
      : { is: 'notSent', failure: error };
  }
  if (error.sent === 'yes') return { is: 'rejected', mistakes: [toUserErrorDetail(error)] };
  return { is: 'unknown', failure: error };
}

/** A provider's "no" as something that the caller can mend. */
export function toUserErrorDetail(failure: ProviderFailure, field: readonly string[] | null = null): UserErrorDetail {
  const isUnsendable = failure.kind === 'rejected' && failure.sent === 'no';
  const code = failure.kind === 'not-found' ? 'NOT_FOUND' : isUnsendable ? 'BAD_USER_INPUT' : 'UPSTREAM_REJECTED';
  return { code, message: failure.message, field };
}
