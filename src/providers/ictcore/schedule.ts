import type { Schedule } from '../../graph/transmission/schedule.js';
import { invalid } from '../../graph/target.js';
import type { Writing } from '../../operations/intent.js';
import { segment } from '../../wire/caller.js';
import type { Endpoint } from '../../wire/endpoint.js';
import type { Reader } from '../../wire/read.js';
import { existing, madeKey } from './changes.js';
import { naming } from './naming.js';
import { mistake } from './rules.js';
import type { Way } from './way.js';

/** The status of a task that waits for its minute. */
const ON_HOLD = 0;
const MINUTE_MS = 60_000;

/** When, in unix seconds. */
interface Due {
  readonly key: string;
  readonly timestamp: number;
}

/** Reads the key of what was made where the server tells it; `true` and nothing are done as well. */
export function toldKey(name: string): Reader<string | null> {
  const key = madeKey(name);
  return (value, at) => (value === undefined || value === null || value === true ? null : key(value, at));
}

/** Puts something off. A second schedule does not replace the first, so it acts. */
export function scheduling(method: 'PUT' | 'POST', path: string, below: string): Endpoint<Due, string | null> {
  return {
    name: `${method} ${path}/{id}${below}`,
    method,
    path: ({ key }) => `${path}/${segment(key)}${below}`,
    // On hold until its minute: the server's cron takes any other at its next minute, whatever time it names.
    body: ({ timestamp }) => ({ timestamp, status: ON_HOLD }),
    effect: 'acts',
    answer: toldKey('schedule_id'),
  };
}

interface Scheduling {
  readonly noun: 'campaign' | 'transmission';
  readonly endpoint: Endpoint<Due, string | null>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Invalid, where there is no sense in it. */
  readonly check?: (key: string, writing: Writing) => Promise<void>;
}

/**
 * Schedules at the minute of the time asked for, as the server keeps no seconds. It arms a schedule right as its minute
 * begins: one for a minute that runs already would never be done.
 */
export function scheduleBy({ call, upstream }: Way, { noun, endpoint, now, check }: Scheduling): Schedule {
  return async (asked, at, writing) => {
    const key = existing(asked, noun, upstream.name);
    const minute = minuteOf(at.getTime());
    if (at.getTime() <= now()) {
      throw invalid(`"at" must be in the future; ${at.toISOString()} is past.`, ['at']);
    }
    if (minute <= minuteOf(now())) throw invalid(`"at" must be in a later minute than the running one: ${WHY}`, ['at']);
    await check?.(key, writing);
    const scheduleId = await naming(call(endpoint, { key, timestamp: minute / 1000 }, writing), {}, noun);
    const mistakes =
      minute <= now() ? [mistake('at', `It was kept as its minute began: ${WHY} ${LATE}`, 'UPSTREAM_REJECTED')] : [];
    return { result: { key, scheduleId, at: new Date(minute).toISOString() }, mistakes };
  };
}

const WHY = 'the server keeps minutes, and takes what is scheduled for one only as it begins.';
const LATE = 'Look whether it is done; if not, schedule it anew.';

function minuteOf(time: number): number {
  return Math.floor(time / MINUTE_MS) * MINUTE_MS;
}
