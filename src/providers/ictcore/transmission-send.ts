import type { Send } from '../../graph/transmission/backend.js';
import type { TransmissionStatus } from '../../graph/transmission/transmission.js';
import { invalid } from '../../graph/target.js';
import type { Writing } from '../../operations/intent.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { segment } from '../../wire/caller.js';
import type { Endpoint } from '../../wire/endpoint.js';
import { lastAttempt } from './attempt-last.js';
import { attemptKeyOf } from './attempt-row.js';
import { existing } from './changes.js';
import { isKey } from './key.js';
import { naming } from './naming.js';
import { toldKey } from './schedule.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import { transmissionStatusOf } from './transmission-row.js';
import { createTurns, type Doubt } from './turns.js';
import type { Way } from './way.js';

type Sending = Endpoint<string, string | null>;

const DOUBTFUL =
  'An earlier call to send this transmission got no answer and may still be carried out. Nothing was sent by this; see what its operation says, or ask again in a minute.';

/** Both do the same; each is the documented one for its purpose. */
function sending(word: 'send' | 'retry'): Sending {
  return {
    name: `POST /transmissions/{id}/${word}`,
    method: 'POST',
    path: (key) => `/transmissions/${segment(key)}/${word}`,
    effect: 'acts',
    answer: toldKey('spool_id'),
  };
}

/** Why a transmission in this state can't be sent. */
const UNSENDABLE: Readonly<Partial<Record<TransmissionStatus, string>>> = {
  PROCESSING: 'is being sent already; follow its attempt',
  COMPLETED: 'has arrived already; clone it to send it again',
  INVALID: 'is invalid and can never be sent; make a new one',
};

/** Invalid, CONFLICT, where a transmission with this status (in the server's word) can't be sent. */
export function refuseUnsendable(word: string | null, but?: TransmissionStatus): void {
  const status = transmissionStatusOf(word);
  const why = status === but ? undefined : UNSENDABLE[status];
  if (why !== undefined) throw invalid(`This transmission ${why}. Nothing was sent.`, ['id'], 'CONFLICT');
}

/**
 * Sends and retries, one at a time for each transmission, so that a second call sees what the first one did: the server
 * looks and then sets without a lock. For the same reason none is sent while a send without an answer may be on its way.
 */
export function sendingWrites(way: Way, doubt: Doubt): { readonly send: Send; readonly retry: Send } {
  const { inTurn, awaited, isInDoubt } = createTurns(doubt);

  const sendOnce = async (endpoint: Sending, key: string, writing: Writing): ReturnType<Send> => {
    const fresh = { ...writing, fresh: true };
    const before = await way.call(transmissionEndpoints.status, key, fresh);
    refuseUnsendable(before);
    if (isInDoubt(key)) throw invalid(DOUBTFUL, ['id'], 'CONFLICT');
    // From "pending" any other status tells that it was sent; one that was tried before may look the same again.
    const last = before === 'pending' ? null : await lastAttempt(way, key, fresh);
    writing.remember({ look: 'ictcore.sent', key, before, last });
    const answer = awaited(key, way.call(endpoint, key, writing));
    const spool = await naming(inConflict(answer), { transmission: 'id' });
    return { result: { key, attempt: await attemptOf(spool, key, fresh) } };
  };

  /** The key of the attempt that was begun: the one that the answer names, else the newest. */
  const attemptOf = async (spool: string | null, key: string, asking: Asking): Promise<string | null> => {
    const found = spool ?? (await lastAttempt(way, key, asking).catch(unlessOurs));
    return found !== null && isKey(found) ? attemptKeyOf({ transmission: key, spool: found }) : null;
  };

  const by =
    (word: 'send' | 'retry'): Send =>
    async (asked, writing) => {
      const key = existing(asked, 'transmission', way.upstream.name);
      return inTurn(key, () => sendOnce(sending(word), key, writing));
    };
  return { send: by('send'), retry: by('retry') };
}

/** It was sent: that its attempt can't be read takes nothing from that. */
function unlessOurs(error: unknown): null {
  if (error instanceof ProviderFailure) return null;
  throw error;
}

/** 423: somebody else was quicker, and the server sends nothing twice. */
async function inConflict<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ProviderFailure) || error.kind !== 'refused' || error.status !== 423) throw error;
    throw invalid(`${error.message}. It is sent already, or can't be; nothing was sent by this.`, ['id'], 'CONFLICT');
  }
}
