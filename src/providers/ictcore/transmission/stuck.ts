import { invalidInput } from '../../../graph/mutations/target.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import type { Endpoint } from '../../../wire/endpoint.js';
import { json } from '../../../wire/value-readers.js';
import { encodeSegment } from '../../../wire/caller.js';
import type { LastAttempt } from '../attempt/last-attempt.js';
import type { WriteAnswer } from '../shared/writes/write-endpoints.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { keyOrNull } from '../shared/reads/keys.js';
import { translateRejection } from '../shared/writes/translate-rejection.js';
import { transmissionEndpoints } from './endpoints.js';
import type { OutcomeWindow } from '../shared/writes/action-tracker.js';
import type { Session } from '../session.js';

/** Writes a status. Never repeated by itself: one that comes late would end what was begun meanwhile. */
export const setStatusEndpoint: Endpoint<{ readonly key: string; readonly status: string }, WriteAnswer> = {
  name: 'PUT /transmissions/{id}',
  method: 'PUT',
  path: ({ key }) => `/transmissions/${encodeSegment(key)}`,
  body: ({ status }) => ({ status }),
  effect: 'acts',
  answer: orAbsent(json),
};

/** The attempt of a transmission that is "processing", and was not handed over: it is stuck, or only just beginning. */
export function unsentAttemptOf(word: string | null, attempt: LastAttempt | null): LastAttempt | undefined {
  if (word !== 'processing' || !attempt || attempt.key === '0' || attempt.isHandedOver) return undefined;
  return attempt;
}

export const STUCK_REASON =
  'was to be sent, and was not handed over: it is only just beginning, or stuck after a refusal. `retryTransmission` frees one that is stuck, and tries it again';

/** How long the clocks of the server and of the gateway may be apart. */
const MAX_CLOCK_SKEW_MS = 300_000;
/** So many are remembered as stuck. */
const MAX_REMEMBERED = 10_000;

export interface StuckTransmissions {
  /** Keeps that a send was refused, and which attempt it left. */
  readonly markStuck: (key: string, attempt: string) => void;
  readonly clearStuck: (key: string) => void;
  /** The status that frees one, so that it can be sent; Invalid, CONFLICT, where it may be being sent right now. */
  readonly releaseStatusOf: (key: string, attempt: LastAttempt, writeAttempt: WriteAttempt) => Promise<string>;
}

/** Transmissions that a refused send left in "processing", by what this process saw and what their items tell. */
export function createStuckTransmissions(session: Session, { now, windowMs }: OutcomeWindow): StuckTransmissions {
  const stuckAttemptByKey = new Map<string, string>();
  return {
    markStuck: (key, attempt) => {
      const [oldest] = stuckAttemptByKey.keys();
      if (stuckAttemptByKey.size >= MAX_REMEMBERED && oldest !== undefined) stuckAttemptByKey.delete(oldest);
      stuckAttemptByKey.set(key, attempt);
    },
    clearStuck: (key) => void stuckAttemptByKey.delete(key),
    releaseStatusOf: async (key, attempt, writeAttempt) => {
      const item = await translateRejection(
        session.call(transmissionEndpoints.read, key, { ...writeAttempt, bypassCache: true }),
        {},
        'transmission',
      );
      // What was refused before our eyes has ended. Of any other the server may be looking for the way right now.
      const until =
        stuckAttemptByKey.get(key) === attempt.key ? 0 : (item.last_run?.getTime() ?? 0) + windowMs + MAX_CLOCK_SKEW_MS;
      if (until > now()) {
        const when = new Date(until).toISOString();
        throw invalidInput(
          `This transmission may be being sent right now: nothing was handed over yet. If that is still so at ${when}, it is stuck, and this frees it. Nothing was sent.`,
          ['id'],
          'CONFLICT',
        );
      }
      // One that has failed, and may be tried again, the server sends by itself, beside us.
      const hasTries = (item.try_allowed ?? 1) > 1;
      if (hasTries && keyOrNull(item.campaign_id) !== null) {
        throw invalidInput(
          'This transmission is stuck, and freeing it would have its campaign, or the server, send it beside this. Clone it and send the clone. Nothing was sent.',
          ['id'],
          'CONFLICT',
        );
      }
      return hasTries ? 'pending' : 'failed';
    },
  };
}
