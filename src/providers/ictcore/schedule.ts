import type { Schedule } from '../../graph/transmission/schedule.js';
import { invalid } from '../../graph/target.js';
import type { Writing } from '../../operations/intent.js';
import { segment } from '../../wire/caller.js';
import type { Endpoint } from '../../wire/endpoint.js';
import type { Reader } from '../../wire/read.js';
import { existing, madeKey } from './changes.js';
import { naming } from './naming.js';
import type { Way } from './way.js';

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
    body: ({ timestamp }) => ({ timestamp }),
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

/** The last second that can be told again: later years have five digits, which are no DateTime. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/** Schedules at the whole second that is not before the time asked for. */
export function scheduleBy({ call, upstream }: Way, { noun, endpoint, now, check }: Scheduling): Schedule {
  return async (asked, at, writing) => {
    const key = existing(asked, noun, upstream.name);
    const timestamp = Math.ceil(at.getTime() / 1000);
    if (at.getTime() <= now()) {
      throw invalid(`"at" must be in the future; ${at.toISOString()} is past.`, ['at']);
    }
    if (timestamp > LAST) throw invalid('"at" must be before the year 10000.', ['at']);
    await check?.(key, writing);
    const scheduleId = await naming(call(endpoint, { key, timestamp }, writing), {}, noun);
    return { result: { key, scheduleId, at: new Date(timestamp * 1000).toISOString() } };
  };
}
