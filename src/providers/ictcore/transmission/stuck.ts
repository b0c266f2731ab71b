import { invalidInput } from '../../../graph/mutations/target.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import type { LastAttempt } from '../attempt/last-attempt.js';
import { translateRejection } from '../shared/writes/translate-rejection.js';
import { transmissionEndpoints } from './endpoints.js';
import type { OutcomeWindow } from '../shared/writes/action-tracker.js';
import type { Session } from '../session.js';

/** The last attempt of a "processing" transmission that was not handed over: the transmission is stuck, or the send has only just begun. */
export function unsentAttemptOf(word: string | null, attempt: LastAttempt | null): LastAttempt | undefined {
  if (word !== 'processing' || !attempt || attempt.key === '0' || attempt.isHandedOver) return undefined;
  return attempt;
}

export const STUCK_REASON =
  'was to be sent, and was not handed over: it is only just beginning, or stuck after a refusal. `retryTransmission` frees one that is stuck, and tries it again';

/** How long the clocks of the server and of the gateway may be apart. */
const MAX_CLOCK_SKEW_MS = 300_000;
/** At most so many stuck transmissions are remembered, so that memory is bounded; the oldest is forgotten first. */
const MAX_REMEMBERED = 10_000;

export interface StuckTransmissions {
  /** Remembers the attempt that a rejected send left behind. */
  readonly markStuck: (key: string, attempt: string) => void;
  readonly clearStuck: (key: string) => void;
  /**
   * The status that frees a stuck transmission, so that it can be sent. Throws Invalid, CONFLICT, where it may be being
   * sent right now, or where freeing it could have it sent twice.
   */
  readonly releaseStatusOf: (key: string, attempt: LastAttempt, writeAttempt: WriteAttempt) => Promise<string>;
}

/** Transmissions that a rejected send left in "processing": known from this process's own sends, or from the time in their items. */
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
      // A send that this process saw rejected has ended. Any other may still be under way: the server may be choosing a
      // gateway for it right now.
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
      // With tries left, a campaign or the server itself would send a freed transmission again, beside our own send.
      const hasTries = (item.try_allowed ?? 1) > 1;
      if (hasTries && (item.campaign_id ?? null) !== null) {
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
