import { codeOf } from '../../../../graph/values/errors.js';
import type { UserErrorDetail } from '../../../../operations/record.js';
import { ProviderFailure, type FailureKind } from '../../../../transport/failure.js';

/** Whether the server read the write and refused it. Release 1.2 also answers so to some writes that it has carried out. */
export function isProviderRejection(error: unknown, kinds: readonly FailureKind[] = ['rejected']): boolean {
  return error instanceof ProviderFailure && error.sent === 'yes' && kinds.includes(error.kind);
}

/**
 * Sends a write that some releases answer with a failure although they carried it out. After such a failure `isDone` reads
 * the state: where the write was carried out it succeeds, where not it fails with the server's failure, and where the
 * state can't be read its outcome is unknown.
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

/** Reads the state after a refused write. Where that fails, the outcome of the write is unknown. */
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

/** A user error for a write that was carried out, where the server did not take the value of one field or that can't be read. */
export async function reportUnappliedField(
  field: string,
  isApplied: () => Promise<boolean>,
  text: string,
): Promise<readonly UserErrorDetail[]> {
  try {
    return (await isApplied()) ? [] : [{ code: 'UPSTREAM_REJECTED', message: text, field: [field] }];
  } catch (error) {
    // The write was carried out, so that a failed read must not fail it.
    if (!(error instanceof ProviderFailure)) throw error;
    const message = `Whether "${field}" was taken could not be read: ${error.message}`;
    return [{ code: codeOf(error), message, field: [field] }];
  }
}

/** The failure with an unknown outcome of the write that came before it. */
export function toUnknownOutcome(
  { upstream, kind, status, retryAfterMs }: ProviderFailure,
  message: string,
): ProviderFailure {
  // These kinds of a later call would be taken for an answer to the write itself.
  const wouldSettleWrite = kind === 'not-found' || kind === 'rejected' || kind === 'auth' || kind === 'rate-limited';
  const reportedKind = wouldSettleWrite || kind === 'overloaded' ? 'protocol' : kind;
  return new ProviderFailure(upstream, reportedKind, message, { status, retryAfterMs, sent: 'unknown' });
}
