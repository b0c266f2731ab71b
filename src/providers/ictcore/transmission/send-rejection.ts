import { InvalidInputError, NothingDoneError, type WriteAttempt } from '../../../operations/intent.js';
import { toUserErrorDetail } from '../../../operations/classify-outcome.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { readLastAttempt, type LastAttempt } from '../attempt/last-attempt.js';
import { isNewerKey } from '../shared/reads/keys.js';
import { readBack, toUnknownOutcome } from '../shared/writes/confirm-write.js';
import { transmissionEndpoints } from './endpoints.js';
import { transmissionStatusOf } from './columns.js';
import type { Session } from '../session.js';

/** The state of a transmission right before it is sent. */
export interface SendState {
  readonly key: string;
  /** Its status, in the server's word. */
  readonly before: string | null;
  /** The key of its last attempt; null where that was not read. */
  readonly last: string | null;
}

/** What an error answer proves about a send. */
export interface SendRejection {
  /** The error that the write ends with. */
  readonly error: Error;
  /** The attempt that the rejected send left behind; the transmission is stuck in "processing" with it. */
  readonly stuckAttempt?: string;
}

const CONFLICT = "It is sent already, or can't be; nothing was sent by this.";
const RETRY_ADVICE =
  'The server keeps the transmission as "processing" all the same: `retryTransmission` frees it and tries it again.';

/** What is gone, by the server's word for it. It calls a text a transmission. */
const MISSING_THING_TEXTS: Readonly<Record<string, string>> = {
  transmission: 'The text that it sends is gone (the server calls a text a transmission).',
  document: 'The document that it sends is gone.',
  recording: 'The recording that it sends is gone.',
  template: 'The template that it sends is gone.',
  program: 'Its program is gone.',
  contact: 'Its contact is gone.',
  account: 'Its account is gone.',
};

/**
 * Decides what an error answer to a send proves. The server stores "processing" and an attempt before it checks whether it
 * can send, and answers a send that it could not begin with the same errors as one that failed later. So only an attempt
 * that was not handed over to a gateway proves that nothing was sent.
 */
export async function classifySendError(
  session: Session,
  error: ProviderFailure,
  { key, before, last }: SendState,
  writeAttempt: WriteAttempt,
): Promise<SendRejection> {
  // Locked: the server checks the status before anything else, and another call was first.
  if (error.status === 423) return { error: toInvalid(`${error.message}. ${CONFLICT}`, 'CONFLICT', ['id']) };
  const readOptions = { ...writeAttempt, bypassCache: true };
  const word = await readBack(
    () => unlessMissing(session.call(transmissionEndpoints.readStatus, key, readOptions)),
    error,
  );
  if (word === undefined) {
    const isThisTransmission = error.kind === 'not-found' && error.rejectedField === 'transmission';
    return {
      error: isThisTransmission
        ? toInvalid(error.message, 'NOT_FOUND', ['id'])
        : toUnknownOutcome(error, `${error.message}. The transmission is gone by now.`),
    };
  }
  const attempt = await readBack(() => readLastAttempt(session, key, readOptions), error);
  if (!attempt) {
    return {
      error: toUnknownOutcome(
        error,
        `${error.message}. Whether it was sent all the same only its attempts tell, and we may not read them.`,
      ),
    };
  }
  if (mayBeOfThisSend(attempt, before, last) && attempt.isHandedOver) {
    return {
      error: toUnknownOutcome(
        error,
        `${error.message}. The server had handed it over all the same; follow its attempt.`,
      ),
    };
  }
  const isStuck = transmissionStatusOf(word) === 'PROCESSING';
  const missingText =
    error.kind === 'not-found' && error.rejectedField !== undefined
      ? MISSING_THING_TEXTS[error.rejectedField]
      : undefined;
  const sentences = [`${error.message}.`, missingText, 'Nothing was sent.', isStuck ? RETRY_ADVICE : undefined];
  const message = sentences.filter((each) => each !== undefined).join(' ');
  return { error: toInvalid(message, 'UPSTREAM_REJECTED'), ...(isStuck ? { stuckAttempt: attempt.key } : {}) };
}

/** Whether an attempt may be of this send: every attempt may where those before it are not known. */
function mayBeOfThisSend({ key }: LastAttempt, before: string | null, last: string | null): boolean {
  return before === 'pending' || last === null || isNewerKey(key, last);
}

function toInvalid(message: string, code: string, field: readonly string[] | null = null): InvalidInputError {
  return new InvalidInputError([{ code, message, field }]);
}

/** Statuses of the community edition for a transmission that it did not send, although it answered `true`. */
const UNSENT_REASONS: Readonly<Record<string, string>> = {
  'failed(dnc)': "Do not call: the contact is on the server's do-not-call list. Nothing was sent.",
  no_provider: 'No provider is there for it. Nothing was sent.',
};

/** Throws Invalid where the server answered without an attempt and the status says that nothing was sent. */
export async function rejectUnsent(session: Session, key: string, writeAttempt: WriteAttempt): Promise<void> {
  const word = await readStatusAfterSend(session, key, writeAttempt);
  const reason = UNSENT_REASONS[word?.toLowerCase() ?? ''];
  if (reason !== undefined) throw toInvalid(reason, 'UPSTREAM_REJECTED');
}

async function readStatusAfterSend(
  session: Session,
  key: string,
  writeAttempt: WriteAttempt,
): Promise<string | null | undefined> {
  try {
    return await unlessMissing(
      session.call(transmissionEndpoints.readStatus, key, { ...writeAttempt, bypassCache: true }),
    );
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    throw toUnknownOutcome(
      error,
      `The server answered without an attempt, and whether it was sent could not be read: ${error.message}`,
    );
  }
}

/**
 * The failure of a send before which a stuck transmission was freed. Freeing it was a write of its own that sent nothing, so
 * that a failed send still means that nothing was done.
 */
export function toFailureAfterRelease(error: unknown): unknown {
  if (!(error instanceof ProviderFailure) || error.sent === 'unknown') return error;
  const isPlainRejection = error.kind === 'rejected' || error.kind === 'not-found';
  return isPlainRejection && error.sent === 'yes'
    ? new InvalidInputError([toUserErrorDetail(error)])
    : new NothingDoneError(error);
}
