import { nothing, value, type Context, type Endpoint } from './route.js';
import { load, type Resource } from './resource.js';
import type { State } from './state.js';
import { integer, text, type Row, type Table, type Values } from './table.js';

export const tasks = {
  name: 'tasks',
  key: 'task_id',
  columns: {
    task_id: integer(),
    type: text(64, ''),
    action: text(64, ''),
    data: text(65_535),
    due_at: integer(),
    status: integer('1'),
    account_id: integer(),
  },
} as const satisfies Table;

const DAY = 86_400;
const MINUTE = 60;
/** How far ahead a calendar is searched for a day that fits. */
const HORIZON = 3_660;

/** Tasks that wait for their minute, and those that the cron takes whenever it comes. */
const ON_HOLD = '0';
const PENDING = '1';

/**
 * Puts a task on the list and answers its number; `work` is done when the cron takes it, if it still is on the list
 * then. The cron comes each minute and looks at the status alone: without one the task is pending, and taken at the
 * next minute, whatever it says. One on hold is made pending by an event of the database at its own minute.
 */
export function schedule(context: Context, task: Values, work?: () => void): number {
  const { state, data, did } = context;
  const due = dueAt(data, state.seconds());
  const due_at = due === undefined ? undefined : minuteOf(due);
  const row = state
    .rows(tasks)
    .insert({ ...task, due_at, ...(data['status'] === undefined ? {} : { status: data['status'] }) });
  did(`task.create ${row['task_id'] ?? ''}`);
  const at = takenAt(row, state);
  if (at !== undefined && work) {
    state.later((at - state.seconds()) * 1_000, () => {
      if (state.rows(tasks).find(Number(row['task_id'])) !== row) return;
      state.rows(tasks).remove(row);
      work();
    });
  }
  return Number(row['task_id']);
}

/** When the cron takes a task, a second into its minute; undefined: never, e.g. as its minute has begun already. */
function takenAt({ status, due_at }: Row, state: State): number | undefined {
  const next = minuteOf(state.seconds()) + MINUTE;
  if (status === PENDING) return next + 1;
  const isArmed = status === ON_HOLD && state.configuration().event_scheduler !== 'OFF';
  return isArmed && due_at && Number(due_at) >= next ? Number(due_at) + 1 : undefined;
}

function minuteOf(seconds: number): number {
  return Math.floor(seconds / MINUTE) * MINUTE;
}

export function cancelTasks(state: State, type: string, id: string | null | undefined): Row[] {
  const cancelled = state
    .rows(tasks)
    .all()
    .filter((row) => row['type'] === type && row['data'] === id);
  for (const row of cancelled) state.rows(tasks).remove(row);
  return cancelled;
}

/** PUT (and POST) of a schedule, for whatever a path says is to be done. */
export function scheduleEndpoint(
  method: 'PUT' | 'POST',
  pattern: string,
  resource: Resource,
  work?: (context: Context, id: string) => void,
): Endpoint {
  return {
    method,
    pattern,
    access: ['task_create'],
    answer: (context) => {
      const { state, params } = context;
      const item = load(resource, state, params['id']);
      const id = String(item[resource.table.key]);
      const task = { type: resource.permission, action: params['action'] ?? 'send', data: id };
      return value(
        schedule(
          context,
          task,
          work &&
            (() => {
              work(context, id);
            }),
        ),
      );
    },
  };
}

/** A method without a result: 200 and not one byte (captures 238 and 261). */
export function unscheduleEndpoint(
  pattern: string,
  resource: Resource,
  access: readonly string[],
  cancel: (context: Context, id: string) => void,
): Endpoint {
  return {
    method: 'DELETE',
    pattern,
    access,
    answer: (context) => {
      cancel(context, String(load(resource, context.state, context.params['id'])[resource.table.key]));
      return nothing;
    },
  };
}

/** `delay`, `timestamp` or `datetime`, else a calendar in which what is not given is every one: `{}` is the next minute. */
export function dueAt(data: Values, now: number): number | undefined {
  const { delay, timestamp, datetime } = data;
  if (delay !== undefined) return now + Number(delay);
  if (timestamp !== undefined) return Number(timestamp);
  if (typeof datetime === 'string') return Math.floor(Date.parse(`${datetime.trim().replace(' ', 'T')}Z`) / 1_000);
  const fits = (field: string, actual: number): boolean => {
    const wanted = data[field] ?? '*';
    return wanted === '*' || Number(wanted) === actual;
  };
  const next = (Math.floor(now / MINUTE) + 1) * MINUTE;
  for (let day = Math.floor(next / DAY); day < next / DAY + HORIZON; day += 1) {
    const date = new Date(day * DAY * 1_000);
    const month = fits('year', date.getUTCFullYear()) && fits('month', date.getUTCMonth() + 1);
    // MySQL counts weekdays from Sunday as 1.
    if (!month || !fits('day', date.getUTCDate()) || !fits('weekday', date.getUTCDay() + 1)) continue;
    for (let minute = 0; minute < DAY / MINUTE; minute += 1) {
      const at = day * DAY + minute * MINUTE;
      if (at >= next && fits('hour', Math.floor(minute / 60)) && fits('minute', minute % 60)) return at;
    }
  }
  return undefined;
}
