import type { Opened } from '../../graph/provider.js';
import type { Looking, Verdict, Writing } from '../../operations/intent.js';
import type { Trail } from '../../operations/record.js';
import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { isAbove, lastAttempt, newestOf } from './attempt-last.js';
import { attemptKeyOf } from './attempt-row.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import { listTransmissions } from './transmission-list.js';
import { transmissionStatusOf } from './transmission-row.js';
import type { Way } from './way.js';

/** What a transmission is of: others of the same program to the same contact are its twins. */
interface Twins {
  readonly program: string;
  readonly contact: string;
}

/** Looks at the outcome of sending and making transmissions. */
export function transmissionLooks(way: Way): NonNullable<Opened['looks']> {
  return {
    'ictcore.sent': (trail, looking) => seekSent(way, trail, looking),
    'ictcore.made': async ({ program, contact, newest }, looking) => {
      if (typeof program !== 'string' || typeof contact !== 'string' || typeof newest !== 'string') {
        return { is: 'unknown' };
      }
      const keys = await keysOf(way, { program, contact }, looking);
      const [only, ...others] = keys?.filter((key) => isAbove(key, newest)) ?? [];
      if (only === undefined) return { is: keys ? 'notDone' : 'unknown' };
      return others.length === 0 ? { is: 'done', result: { key: only } } : { is: 'unknown', forGood: true };
    },
  };
}

/**
 * Looks whether a transmission was sent: by the attempt that the send began, which tells whether it was handed over. A
 * status tells nothing: the server writes "processing" before it finds that it can't send.
 */
async function seekSent(way: Way, { key, before, last }: Trail, looking: Looking): Promise<Verdict> {
  if (typeof key !== 'string') return { is: 'unknown' };
  const word = await unlessMissing(way.call(transmissionEndpoints.status, key, looking));
  if (word === undefined) return { is: 'unknown' };
  const attempt = await lastAttempt(way, key, looking);
  const status = transmissionStatusOf(word);
  // Only a send moves one that is pending, and none but a sent one arrives.
  const isMoved = before === 'pending' && word !== before;
  if (!attempt) {
    if (isMoved && status === 'COMPLETED') return { is: 'done', result: { key, attempt: null } };
    return before === 'pending' && word === before ? { is: 'notDone' } : { is: 'unknown' };
  }
  const isNew = isMoved || (typeof last === 'string' && isAbove(attempt.key, last));
  if (isNew && attempt.isHandedOver) {
    return { is: 'done', result: { key, attempt: attemptKeyOf({ transmission: key, spool: attempt.key }) } };
  }
  if (isNew) return status === 'PROCESSING' ? { is: 'notDone' } : { is: 'unknown' };
  // No attempt was begun. One that was stuck has failed since it was freed for the send.
  const isFreed = before === 'processing' && attempt.key === last && (status === 'FAILED' || status === 'PENDING');
  const seen = before === 'pending' || typeof last === 'string';
  return seen && (word === before || isFreed) ? { is: 'notDone' } : { is: 'unknown' };
}

/** The trail of one more transmission of a program to a contact: ids only grow, so a later twin is the new one. */
export async function copiesBefore(
  way: Way,
  { program, contact }: Twins,
  writing: Writing,
): Promise<Trail | undefined> {
  const keys = await keysOf(way, { program, contact }, writing);
  if (!keys) return undefined;
  return { look: 'ictcore.made', program, contact, newest: newestOf(keys) };
}

/** Undefined where the list was cut, so that the newest may not be in it. */
async function keysOf(way: Way, { program, contact }: Twins, asking: Asking): Promise<readonly string[] | undefined> {
  const query = { program_id: program, contact_id: contact };
  const { rows, truncated } = await listTransmissions(way)(query, { ...asking, fresh: true });
  return truncated ? undefined : rows.map(({ upstreamId }) => upstreamId);
}
