import { invalid } from '../../graph/target.js';
import type { Writing } from '../../operations/intent.js';
import type { Endpoint } from '../../wire/endpoint.js';
import { json } from '../../wire/read.js';
import { segment } from '../../wire/caller.js';
import type { LastAttempt } from './attempt-last.js';
import type { Said } from './changes.js';
import { column } from './columns.js';
import { keyOrNull } from './key.js';
import { naming } from './naming.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import type { Doubt } from './turns.js';
import type { Way } from './way.js';

/** Writes a status. Never repeated by itself: one that comes late would end what was begun meanwhile. */
export const setStatus: Endpoint<{ readonly key: string; readonly status: string }, Said> = {
  name: 'PUT /transmissions/{id}',
  method: 'PUT',
  path: ({ key }) => `/transmissions/${segment(key)}`,
  body: ({ status }) => ({ status }),
  effect: 'acts',
  answer: column(json),
};

/** The attempt of a transmission that is "processing", and was not handed over: it is stuck, or only just beginning. */
export function waitingAttempt(word: string | null, attempt: LastAttempt | null): LastAttempt | undefined {
  if (word !== 'processing' || !attempt || attempt.key === '0' || attempt.isHandedOver) return undefined;
  return attempt;
}

export const STUCK =
  'was to be sent, and was not handed over: it is only just beginning, or stuck after a refusal. `retryTransmission` frees one that is stuck, and tries it again';

/** How long the clocks of the server and of the gateway may be apart. */
const CLOCKS_APART_MS = 300_000;
/** So many are remembered as stuck. */
const MOST = 10_000;

export interface StuckTransmissions {
  /** Keeps that a send was refused, and which attempt it left. */
  readonly keep: (key: string, attempt: string) => void;
  readonly forget: (key: string) => void;
  /** The status that frees one, so that it can be sent; Invalid, CONFLICT, where it may be being sent right now. */
  readonly freeStatusOf: (key: string, attempt: LastAttempt, writing: Writing) => Promise<string>;
}

/** Transmissions that a refused send left in "processing", by what this process saw and what their items tell. */
export function createStuckTransmissions(way: Way, { now, doubtMs }: Doubt): StuckTransmissions {
  const refused = new Map<string, string>();
  return {
    keep: (key, attempt) => {
      const [oldest] = refused.keys();
      if (refused.size >= MOST && oldest !== undefined) refused.delete(oldest);
      refused.set(key, attempt);
    },
    forget: (key) => void refused.delete(key),
    freeStatusOf: async (key, attempt, writing) => {
      const item = await naming(
        way.call(transmissionEndpoints.read, key, { ...writing, fresh: true }),
        {},
        'transmission',
      );
      // What was refused before our eyes has ended. Of any other the server may be looking for the way right now.
      const until = refused.get(key) === attempt.key ? 0 : (item.last_run?.getTime() ?? 0) + doubtMs + CLOCKS_APART_MS;
      if (until > now()) {
        const when = new Date(until).toISOString();
        throw invalid(
          `This transmission may be being sent right now: nothing was handed over yet. If that is still so at ${when}, it is stuck, and this frees it. Nothing was sent.`,
          ['id'],
          'CONFLICT',
        );
      }
      // One that has failed, and may be tried again, the server sends by itself, beside us.
      const hasTries = (item.try_allowed ?? 1) > 1;
      if (hasTries && keyOrNull(item.campaign_id) !== null) {
        throw invalid(
          'This transmission is stuck, and freeing it would have its campaign, or the server, send it beside this. Clone it and send the clone. Nothing was sent.',
          ['id'],
          'CONFLICT',
        );
      }
      return hasTries ? 'pending' : 'failed';
    },
  };
}
