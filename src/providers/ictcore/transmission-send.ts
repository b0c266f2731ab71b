import type { Send } from '../../graph/transmission/backend.js';
import type { TransmissionStatus } from '../../graph/transmission/transmission.js';
import { invalid } from '../../graph/target.js';
import type { Writing } from '../../operations/intent.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { segment } from '../../wire/caller.js';
import type { Endpoint } from '../../wire/endpoint.js';
import { lastAttempt, type LastAttempt } from './attempt-last.js';
import { attemptKeyOf } from './attempt-row.js';
import { existing } from './changes.js';
import { isKey } from './key.js';
import { naming } from './naming.js';
import { toldKey } from './schedule.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import { afterFreeing, judgeRefusal, refuseUnsent, type Sending as Sent } from './transmission-refusal.js';
import { transmissionStatusOf } from './transmission-row.js';
import { createStuckTransmissions, setStatus, STUCK, waitingAttempt } from './transmission-stuck.js';
import { createTurns, type Doubt } from './turns.js';
import type { Way } from './way.js';

type Word = 'send' | 'retry';

const DOUBTFUL =
  'An earlier call to send this transmission got no answer and may still be carried out. Nothing was sent by this; see what its operation says, or ask again in a minute.';

/** Both do the same; each is the documented one for its purpose. */
function sending(word: Word): Endpoint<string, string | null> {
  return {
    name: `POST /transmissions/{id}/${word}`,
    method: 'POST',
    path: (key) => `/transmissions/${segment(key)}/${word}`,
    effect: 'acts',
    answer: toldKey('spool_id'),
  };
}

const SENDING: Readonly<Record<Word, ReturnType<typeof sending>>> = { send: sending('send'), retry: sending('retry') };

/** Why a transmission in this state can't be sent. */
const UNSENDABLE: Readonly<Partial<Record<TransmissionStatus, string>>> = {
  PROCESSING: 'is being sent already; follow its attempt',
  COMPLETED: 'has arrived already; clone it to send it again',
  INVALID: 'is invalid and can never be sent; make a new one',
};

/** Invalid, CONFLICT, where a transmission with this status (in the server's word) can't be sent. */
export function refuseUnsendable(word: string | null, attempt: LastAttempt | null = null): void {
  const status = transmissionStatusOf(word);
  const why = waitingAttempt(word, attempt) ? STUCK : UNSENDABLE[status];
  if (why !== undefined) throw invalid(`This transmission ${why}. Nothing was sent.`, ['id'], 'CONFLICT');
}

/**
 * Sends and retries, one at a time for each transmission, so that a second call sees what the first one did: the server
 * looks and then sets without a lock. For the same reason none is sent while a send without an answer may be on its way.
 */
export function sendingWrites(way: Way, doubt: Doubt): { readonly send: Send; readonly retry: Send } {
  const { inTurn, awaited, isInDoubt } = createTurns(doubt);
  const stuck = createStuckTransmissions(way, doubt);

  const sendOnce = async (word: Word, key: string, writing: Writing): ReturnType<Send> => {
    const fresh = { ...writing, fresh: true };
    const before = await naming(way.call(transmissionEndpoints.status, key, fresh), {}, 'transmission');
    // From "pending" any attempt tells that it was sent; one that was tried before may look the same again.
    const last = before === 'pending' || isOver(before) ? null : await lastAttempt(way, key, fresh);
    const waiting = word === 'retry' ? waitingAttempt(before, last) : undefined;
    if (!waiting) refuseUnsendable(before, last);
    if (isInDoubt(key)) throw invalid(DOUBTFUL, ['id'], 'CONFLICT');
    writing.remember({ look: 'ictcore.sent', key, before, last: last?.key ?? null });
    if (waiting) {
      const status = await stuck.freeStatusOf(key, waiting, writing);
      await awaited(key, naming(way.call(setStatus, { key, status }, writing), {}, 'transmission'));
    }
    const sending = sendOrTell(word, { key, before, last: last?.key ?? null }, writing);
    const sent = naming(sending, {});
    const spool = await awaited(key, waiting ? sent.catch(rethrow) : sent);
    stuck.forget(key);
    return { result: { key, attempt: await attemptOf(spool, key, fresh) } };
  };

  /** Sends, and tells an error by what it proves: Invalid is a no, and a failure of unknown outcome is none. */
  const sendOrTell = async (word: Word, sent: Sent, writing: Writing): Promise<string | null> => {
    try {
      const spool = await way.call(SENDING[word], sent.key, writing);
      if (spool === null) await refuseUnsent(way, sent.key, writing);
      return spool;
    } catch (error) {
      const isTold = error instanceof ProviderFailure && error.words !== undefined;
      if (!isTold || error.kind === 'auth' || error.kind === 'rate-limited') throw error;
      const refused = await judgeRefusal(way, error, sent, writing);
      if (refused.stuck !== undefined) stuck.keep(sent.key, refused.stuck);
      throw refused.error;
    }
  };

  /** The key of the attempt that was begun: the one that the answer names, else the newest. */
  const attemptOf = async (spool: string | null, key: string, asking: Asking): Promise<string | null> => {
    const found = spool ?? (await lastAttempt(way, key, asking).catch(unlessOurs))?.key ?? null;
    return found !== null && isKey(found) ? attemptKeyOf({ transmission: key, spool: found }) : null;
  };

  const by =
    (word: Word): Send =>
    async (asked, writing) => {
      const key = existing(asked, 'transmission', way.upstream.name);
      return inTurn(key, () => sendOnce(word, key, writing));
    };
  return { send: by('send'), retry: by('retry') };
}

/** It was sent: that its attempt can't be read takes nothing from that. */
function unlessOurs(error: unknown): null {
  if (error instanceof ProviderFailure) return null;
  throw error;
}

function isOver(word: string | null): boolean {
  const status = transmissionStatusOf(word);
  return status === 'COMPLETED' || status === 'INVALID';
}

function rethrow(error: unknown): never {
  throw afterFreeing(error);
}
