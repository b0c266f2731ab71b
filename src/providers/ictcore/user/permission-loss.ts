import type { UserErrorDetail } from '../../../operations/record.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { isProviderRejection, readBack, toUnknownOutcome } from '../shared/writes/confirm-write.js';

/**
 * The user error of a write that cost a user permissions. Release 1.2 saves a user that has permissions of its own, deletes
 * these, fails to put them back, and answers with a failure.
 */
const PERMISSIONS_LOST: UserErrorDetail = {
  code: 'UPSTREAM_REJECTED',
  message:
    'It was done, though the server called it a failure. Release 1.2 does so of a user who has permissions of his own, and takes all of these from him: look at "permissions", and give them through a role.',
  field: null,
};

/** Sends a write to a user. One that was carried out and answered with a failure succeeds with a user error on the lost permissions. */
export async function writeUserConfirmed(
  write: () => Promise<unknown>,
  isDone: () => Promise<boolean>,
): Promise<readonly UserErrorDetail[]> {
  try {
    await write();
    return [];
  } catch (error) {
    if (!(error instanceof ProviderFailure) || !isProviderRejection(error)) throw error;
    if (!(await readBack(isDone, error))) throw error;
    return [PERMISSIONS_LOST];
  }
}

/** Sends a write whose result no call can read. Where it is refused its outcome is unknown. */
export async function writeUnconfirmable(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof ProviderFailure) || !isProviderRejection(error)) throw error;
    throw toUnknownOutcome(
      error,
      `${error.message}. It may be set all the same, as release 1.2 calls it a failure for a user who has permissions of his own (which it deletes), and a password can't be read: log in with it to learn`,
    );
  }
}
