import { Invalid, Undone, type Writing } from '../../operations/intent.js';
import { toMistake } from '../../operations/judge.js';
import { ProviderFailure } from '../../transport/failure.js';
import { unlessMissing } from '../../wire/missing.js';
import { isAbove, lastAttempt, type LastAttempt } from './attempt-last.js';
import { readBack, unsure } from './sure.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import { transmissionStatusOf } from './transmission-row.js';
import type { Way } from './way.js';

/** A transmission that is being sent, as it was right before. */
export interface Sending {
  readonly key: string;
  /** Its status in the server's word. */
  readonly before: string | null;
  /** The number of its last attempt; null where it was not looked at. */
  readonly last: string | null;
}

/** What an answer with an error says of a send. */
export interface Refused {
  /** What the write is to be told with. */
  readonly error: Error;
  /** The attempt that the refused send left behind, so that the transmission is stuck in "processing". */
  readonly stuck?: string;
}

const CONFLICT = "It is sent already, or can't be; nothing was sent by this.";
const FREE =
  'The server keeps the transmission as "processing" all the same: `retryTransmission` frees it and tries it again.';

/** What the server says is gone, where it can't send; a text it calls a transmission. */
const GONE: Readonly<Record<string, string>> = {
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
export async function judgeRefusal(
  way: Way,
  error: ProviderFailure,
  { key, before, last }: Sending,
  writing: Writing,
): Promise<Refused> {
  // It looks at the status before it does anything: somebody else was quicker.
  if (error.status === 423) return { error: asMistake(`${error.message}. ${CONFLICT}`, 'CONFLICT', ['id']) };
  const looking = { ...writing, fresh: true };
  const word = await readBack(() => unlessMissing(way.call(transmissionEndpoints.status, key, looking)), error);
  if (word === undefined) {
    const isOfIt = error.kind === 'not-found' && error.point === 'transmission';
    return {
      error: isOfIt
        ? asMistake(error.message, 'NOT_FOUND', ['id'])
        : unsure(error, `${error.message}. The transmission is gone by now.`),
    };
  }
  const attempt = await readBack(() => lastAttempt(way, key, looking), error);
  if (!attempt) {
    return {
      error: unsure(
        error,
        `${error.message}. Whether it was sent all the same only its attempts tell, and we may not read them.`,
      ),
    };
  }
  if (isBegun(attempt, before, last) && attempt.isHandedOver) {
    return {
      error: unsure(error, `${error.message}. The server had handed it over all the same; follow its attempt.`),
    };
  }
  const isStuck = transmissionStatusOf(word) === 'PROCESSING';
  const gone = error.kind === 'not-found' && error.point !== undefined ? GONE[error.point] : undefined;
  const sentences = [`${error.message}.`, gone, 'Nothing was sent.', isStuck ? FREE : undefined];
  const told = sentences.filter((each) => each !== undefined).join(' ');
  return { error: asMistake(told, 'UPSTREAM_REJECTED'), ...(isStuck ? { stuck: attempt.key } : {}) };
}

/** Whether an attempt may be of a send: where it is not known what there was before, any may. */
function isBegun({ key }: LastAttempt, before: string | null, last: string | null): boolean {
  return before === 'pending' || last === null || isAbove(key, last);
}

function asMistake(message: string, code: string, field: readonly string[] | null = null): Invalid {
  return new Invalid([{ code, message, field }]);
}

/** Words of the community edition for a transmission that it answers `true` of, and does not send. */
const UNSENT: Readonly<Record<string, string>> = {
  'failed(dnc)': "Do not call: the contact is on the server's do-not-call list. Nothing was sent.",
  no_provider: 'No provider is there for it. Nothing was sent.',
};

/** Invalid, where the server answered without an attempt, and its status says that it sent nothing. */
export async function refuseUnsent(way: Way, key: string, writing: Writing): Promise<void> {
  const word = await statusAfter(way, key, writing);
  const why = UNSENT[word?.toLowerCase() ?? ''];
  if (why !== undefined) throw asMistake(why, 'UPSTREAM_REJECTED');
}

async function statusAfter(way: Way, key: string, writing: Writing): Promise<string | null | undefined> {
  try {
    return await unlessMissing(way.call(transmissionEndpoints.status, key, { ...writing, fresh: true }));
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    throw unsure(
      error,
      `The server answered without an attempt, and whether it was sent could not be read: ${error.message}`,
    );
  }
}

/** The failure of a send after what freed the transmission for it: that was a write of its own, and sends nothing. */
export function afterFreeing(error: unknown): unknown {
  if (!(error instanceof ProviderFailure) || error.sent === 'unknown') return error;
  const isNo = error.kind === 'rejected' || error.kind === 'not-found';
  return isNo && error.sent === 'yes' ? new Invalid([toMistake(error)]) : new Undone(error);
}
