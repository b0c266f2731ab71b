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

async function seekSent(way: Way, { key, before, last }: Trail, looking: Looking): Promise<Verdict> {
  if (typeof key !== 'string') return { is: 'unknown' };
  const word = await unlessMissing(way.call(transmissionEndpoints.status, key, looking));
  if (word === undefined) return { is: 'unknown' };
  const attempt = await lastAttempt(way, key, looking);
  const begun = attempt !== null && typeof last === 'string' && isAbove(attempt, last);
  const status = transmissionStatusOf(word);
  const moved = before === 'pending' && (status === 'PROCESSING' || status === 'COMPLETED' || status === 'FAILED');
  if (begun || moved) {
    const known = attempt === null || attempt === '0' ? null : attemptKeyOf({ transmission: key, spool: attempt });
    return { is: 'done', result: { key, attempt: known } };
  }
  // Of one that was tried before, an attempt that we can't see may have left it as it was.
  const seen = before === 'pending' || (attempt !== null && typeof last === 'string');
  return seen && word === before ? { is: 'notDone' } : { is: 'unknown' };
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
  const { rows, partial } = await listTransmissions(way)(query, { ...asking, fresh: true });
  return partial ? undefined : rows.map(({ upstreamId }) => upstreamId);
}
