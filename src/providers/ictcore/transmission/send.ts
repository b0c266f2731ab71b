import type { SendTransmission } from '../../../graph/transmission/backend.js';
import type { TransmissionStatus } from '../../../graph/transmission/types.js';
import { invalidInput } from '../../../graph/mutations/target.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { readLastAttempt, type LastAttempt } from '../attempt/last-attempt.js';
import { formatAttemptKey } from '../attempt/columns.js';
import { requireValidKey } from '../shared/writes/write-endpoints.js';
import { isKey } from '../shared/reads/keys.js';
import { translateRejection } from '../shared/writes/translate-rejection.js';
import { transmissionEndpoints } from './endpoints.js';
import { toFailureAfterRelease, classifySendError, rejectUnsent, type SendState } from './send-rejection.js';
import { transmissionStatusOf } from './columns.js';
import { createStuckTransmissions, STUCK_REASON, unsentAttemptOf } from './stuck.js';
import { createActionTracker, type OutcomeWindow } from '../shared/writes/action-tracker.js';
import type { Session } from '../session.js';

type SendWord = 'send' | 'retry';

const SEND_OUTCOME_UNKNOWN =
  'An earlier call to send this transmission got no answer and may still be carried out. Nothing was sent by this; see what its operation says, or ask again in a minute.';

/** Why a transmission in this state can't be sent. */
const UNSENDABLE_REASONS: Readonly<Partial<Record<TransmissionStatus, string>>> = {
  PROCESSING: 'is being sent already; follow its attempt',
  COMPLETED: 'has arrived already; clone it to send it again',
  INVALID: 'is invalid and can never be sent; make a new one',
};

/** Throws Invalid, CONFLICT, where a transmission with this status (in the server's word) can't be sent. */
export function rejectUnsendable(word: string | null, attempt: LastAttempt | null = null): void {
  const status = transmissionStatusOf(word);
  const reason = unsentAttemptOf(word, attempt) ? STUCK_REASON : UNSENDABLE_REASONS[status];
  if (reason !== undefined) throw invalidInput(`This transmission ${reason}. Nothing was sent.`, ['id'], 'CONFLICT');
}

/**
 * Sends and retries, one at a time for each transmission: the server reads the status and then sets it without a lock,
 * so that two calls at once would send twice. For the same reason nothing is sent while an earlier send that got no
 * answer may still be carried out.
 */
export function createSendWrites(
  session: Session,
  outcomeWindow: OutcomeWindow,
): { readonly send: SendTransmission; readonly retry: SendTransmission } {
  const { runExclusive, trackOutcome, isOutcomeUnknown } = createActionTracker(outcomeWindow);
  const stuckTransmissions = createStuckTransmissions(session, outcomeWindow);

  const sendOnce = async (word: SendWord, key: string, writeAttempt: WriteAttempt): ReturnType<SendTransmission> => {
    const uncachedOptions = { ...writeAttempt, bypassCache: true };
    const before = await translateRejection(
      session.call(transmissionEndpoints.readStatus, key, uncachedOptions),
      {},
      'transmission',
    );
    // A transmission that was pending was sent if it has any attempt. For others the last attempt before the send must be
    // known, as the status before and after may be the same.
    const last =
      before === 'pending' || isFinished(before) ? null : await readLastAttempt(session, key, uncachedOptions);
    const unsentAttempt = word === 'retry' ? unsentAttemptOf(before, last) : undefined;
    if (!unsentAttempt) rejectUnsendable(before, last);
    if (isOutcomeUnknown(key)) throw invalidInput(SEND_OUTCOME_UNKNOWN, ['id'], 'CONFLICT');
    writeAttempt.recordRecoveryHint({ look: 'ictcore.sent', key, before, last: last?.key ?? null });
    if (unsentAttempt) {
      const status = await stuckTransmissions.releaseStatusOf(key, unsentAttempt, writeAttempt);
      await trackOutcome(
        key,
        translateRejection(
          session.call(transmissionEndpoints.setStatus, { key, status }, writeAttempt),
          {},
          'transmission',
        ),
      );
    }
    const sending = sendOrClassify(word, { key, before, last: last?.key ?? null }, writeAttempt);
    const sent = translateRejection(sending, {});
    const spool = await trackOutcome(key, unsentAttempt ? sent.catch(rethrowAfterRelease) : sent);
    stuckTransmissions.clearStuck(key);
    return { result: { key, attempt: await readAttemptKey(spool, key, uncachedOptions) } };
  };

  /** Sends. An error is thrown as what it proves: Invalid where nothing was sent, a failure of unknown outcome where that is open. */
  const sendOrClassify = async (
    word: SendWord,
    sendState: SendState,
    writeAttempt: WriteAttempt,
  ): Promise<string | null> => {
    try {
      const spool = await session.call(transmissionEndpoints[word], sendState.key, writeAttempt);
      if (spool === null) await rejectUnsent(session, sendState.key, writeAttempt);
      return spool;
    } catch (error) {
      const hasProviderText = error instanceof ProviderFailure && error.providerMessage !== undefined;
      if (!hasProviderText || error.kind === 'auth' || error.kind === 'rate-limited') throw error;
      const rejection = await classifySendError(session, error, sendState, writeAttempt);
      if (rejection.stuckAttempt !== undefined) stuckTransmissions.markStuck(sendState.key, rejection.stuckAttempt);
      throw rejection.error;
    }
  };

  /** The key of the attempt that the send began: the one that the answer names, or the newest. */
  const readAttemptKey = async (
    spool: string | null,
    key: string,
    callOptions: CallOptions,
  ): Promise<string | null> => {
    const found = spool ?? (await readLastAttempt(session, key, callOptions).catch(nullOnProviderFailure))?.key ?? null;
    return found !== null && isKey(found) ? formatAttemptKey({ transmission: key, spool: found }) : null;
  };

  const createSend =
    (word: SendWord): SendTransmission =>
    async (requestedKey, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'transmission', session.upstream.name);
      return runExclusive(key, () => sendOnce(word, key, writeAttempt));
    };
  return { send: createSend('send'), retry: createSend('retry') };
}

/** It was sent, even where its attempt can't be read. */
function nullOnProviderFailure(error: unknown): null {
  if (error instanceof ProviderFailure) return null;
  throw error;
}

function isFinished(word: string | null): boolean {
  const status = transmissionStatusOf(word);
  return status === 'COMPLETED' || status === 'INVALID';
}

function rethrowAfterRelease(error: unknown): never {
  throw toFailureAfterRelease(error);
}
