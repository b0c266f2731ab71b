import { codeOf } from '../../../../graph/values/errors.js';
import type { UserErrorDetail } from '../../../../operations/record.js';
import { ProviderFailure, type FailureKind } from '../../../../transport/failure.js';

/** A whole "no", as servers of release 1.2 also say it of some things that they have done. */
export function isProviderRejection(error: unknown, kinds: readonly FailureKind[] = ['rejected']): boolean {
  return error instanceof ProviderFailure && error.sent === 'yes' && kinds.includes(error.kind);
}

/**
 * Does a write that some releases call a failure although they did it: what is there afterwards decides. One that was
 * not done keeps its own failure; where nobody can tell, the outcome is unknown.
 */
export async function confirmWrite(
  write: () => Promise<unknown>,
  isDone: () => Promise<boolean>,
  kinds?: readonly FailureKind[],
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof ProviderFailure) || !isProviderRejection(error, kinds)) throw error;
    if (!(await readBack(isDone, error))) throw error;
  }
}

/** Reads what a refused write has left behind; a failure to read proves nothing about the write. */
export async function readBack<Value>(read: () => Promise<Value>, rejection: ProviderFailure): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    throw toUnknownOutcome(
      error,
      `${rejection.message}. Whether it was done all the same could not be read: ${error.message}`,
    );
  }
}

/** What a write that was done is to be told with, where one of its values may not have been taken. */
export async function reportUnappliedField(
  field: string,
  isApplied: () => Promise<boolean>,
  text: string,
): Promise<readonly UserErrorDetail[]> {
  try {
    return (await isApplied()) ? [] : [{ code: 'UPSTREAM_REJECTED', message: text, field: [field] }];
  } catch (error) {
    // What is done stays done, whatever can be read of it.
    if (!(error instanceof ProviderFailure)) throw error;
    const message = `Whether "${field}" was taken could not be read: ${error.message}`;
    return [{ code: codeOf(error), message, field: [field] }];
  }
}

/** The same failure, but as one that leaves open what was done before it. */
export function toUnknownOutcome(
  { upstream, kind, status, retryAfterMs }: ProviderFailure,
  message: string,
): ProviderFailure {
  // A "missing" or "refused" of a later call would be taken for the provider's last word on the write.
  const wouldSettleWrite = kind === 'not-found' || kind === 'rejected' || kind === 'auth' || kind === 'rate-limited';
  const reportedKind = wouldSettleWrite || kind === 'overloaded' ? 'protocol' : kind;
  return new ProviderFailure(upstream, reportedKind, message, { status, retryAfterMs, sent: 'unknown' });
}
