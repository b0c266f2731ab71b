import type { ScheduleItem } from '../../../../graph/mutations/schedule.js';
import { invalidInput } from '../../../../graph/mutations/target.js';
import { inputError } from '../../../../graph/mutations/field-errors.js';
import type { WriteAttempt } from '../../../../operations/intent.js';
import { encodeSegment } from '../../../../wire/caller.js';
import type { Endpoint } from '../../../../wire/endpoint.js';
import { requireValidKey, createdKey } from './write-endpoints.js';
import { translateRejection } from './translate-rejection.js';
import type { Session } from '../../session.js';
import type { Reader } from '../../../../wire/reader.js';

/** The status of a task that waits for its minute. */
const ON_HOLD = 0;
const MINUTE_MS = 60_000;

/** When, in unix seconds. */
interface ScheduleCall {
  readonly key: string;
  readonly timestamp: number;
}

/** Reads the key of a new schedule. `true` and an empty body are a success without a key. */
export function createdKeyOrNull(name: string): Reader<string | null> {
  const key = createdKey(name);
  return (value, at) => (value === undefined || value === null || value === true ? null : key(value, at));
}

/** An endpoint that schedules. A second schedule does not replace the first, so that its effect is `acts`. */
export function defineScheduleEndpoint(
  method: 'PUT' | 'POST',
  path: string,
  below: string,
): Endpoint<ScheduleCall, string | null> {
  return {
    name: `${method} ${path}/{id}${below}`,
    method,
    path: ({ key }) => `${path}/${encodeSegment(key)}${below}`,
    // On hold until its minute: the server's cron takes any other at its next minute, whatever time it names.
    body: ({ timestamp }) => ({ timestamp, status: ON_HOLD }),
    effect: 'acts',
    answer: createdKeyOrNull('schedule_id'),
  };
}

interface ScheduleOptions {
  readonly noun: 'campaign' | 'transmission';
  readonly endpoint: Endpoint<ScheduleCall, string | null>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Rejects what can't be scheduled. */
  readonly checkSchedulable?: (key: string, writeAttempt: WriteAttempt) => Promise<void>;
}

/**
 * Schedules at the minute of the given time, as the server keeps no seconds. The server takes up a schedule as its minute
 * begins, so that one for the running minute would never be carried out.
 */
export function createSchedule(
  { call, upstream }: Session,
  { noun, endpoint, now, checkSchedulable }: ScheduleOptions,
): ScheduleItem {
  return async (requestedKey, at, writeAttempt) => {
    const key = requireValidKey(requestedKey, noun, upstream.name);
    const minute = minuteOf(at.getTime());
    if (at.getTime() <= now()) {
      throw invalidInput(`"at" must be in the future; ${at.toISOString()} is past.`, ['at']);
    }
    if (minute <= minuteOf(now()))
      throw invalidInput(`"at" must be in a later minute than the running one: ${WHOLE_MINUTES_ADVICE}`, ['at']);
    await checkSchedulable?.(key, writeAttempt);
    const scheduleId = await translateRejection(
      call(endpoint, { key, timestamp: minute / 1000 }, writeAttempt),
      {},
      noun,
    );
    const mistakes =
      minute <= now()
        ? [
            inputError(
              'at',
              `It was kept as its minute began: ${WHOLE_MINUTES_ADVICE} ${MISSED_MINUTE_ADVICE}`,
              'UPSTREAM_REJECTED',
            ),
          ]
        : [];
    return { result: { key, scheduleId, at: new Date(minute).toISOString() }, mistakes };
  };
}

const WHOLE_MINUTES_ADVICE = 'the server keeps minutes, and takes what is scheduled for one only as it begins.';
const MISSED_MINUTE_ADVICE = 'Look whether it is done; if not, schedule it anew.';

function minuteOf(time: number): number {
  return Math.floor(time / MINUTE_MS) * MINUTE_MS;
}
