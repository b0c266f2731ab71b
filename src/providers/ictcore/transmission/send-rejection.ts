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

/** A transmission that is being sent, as it was right before. */
export interface SendState {
  readonly key: string;
  /** Its status in the server's word. */
  readonly before: string | null;
  /** The number of its last attempt; null where it was not looked at. */
  readonly last: string | null;
}

/** What an answer with an error says of a send. */
export interface SendRejection {
  /** What the write is to be told with. */
  readonly error: Error;
  /** The attempt that the refused send left behind, so that the transmission is stuck in "processing". */
  readonly stuckAttempt?: string;
}

const CONFLICT = "It is sent already, or can't be; nothing was sent by this.";
const RETRY_ADVICE =
  'The server keeps the transmission as "processing" all the same: `retryTransmission` frees it and tries it again.';

/** What the server says is gone, where it can't send; a text it calls a transmission. */
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
 * Tells what the server's error means. It saves that it sends before it looks whether it can, and says the same of what
 * it could not begin and of what failed later: only an attempt that was not handed over proves that nothing was sent.
 */
export async function classifySendError(
  session: Session,
  error: ProviderFailure,
  { key, before, last }: SendState,
  writeAttempt: WriteAttempt,
): Promise<SendRejection> {
  // It looks at the status before it does anything: somebody else was quicker.
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

/** Whether an attempt may be of a send: where it is not known what there was before, any may. */
function mayBeOfThisSend({ key }: LastAttempt, before: string | null, last: string | null): boolean {
  return before === 'pending' || last === null || isNewerKey(key, last);
}

function toInvalid(message: string, code: string, field: readonly string[] | null = null): InvalidInputError {
  return new InvalidInputError([{ code, message, field }]);
}

/** Words of the community edition for a transmission that it answers `true` of, and does not send. */
const UNSENT_REASONS: Readonly<Record<string, string>> = {
  'failed(dnc)': "Do not call: the contact is on the server's do-not-call list. Nothing was sent.",
  no_provider: 'No provider is there for it. Nothing was sent.',
};

/** Invalid, where the server answered without an attempt, and its status says that it sent nothing. */
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

/** The failure of a send after what freed the transmission for it: that was a write of its own, and sends nothing. */
export function toFailureAfterRelease(error: unknown): unknown {
  if (!(error instanceof ProviderFailure) || error.sent === 'unknown') return error;
  const isPlainRejection = error.kind === 'rejected' || error.kind === 'not-found';
  return isPlainRejection && error.sent === 'yes'
    ? new InvalidInputError([toUserErrorDetail(error)])
    : new NothingDoneError(error);
}
