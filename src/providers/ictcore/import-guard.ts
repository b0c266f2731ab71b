import type { EarlierImport } from '../../graph/media/media.js';
import { Invalid } from '../../operations/intent.js';
import type { Asking } from '../../transport/exchange.js';
import { endpoints } from './endpoints.js';
import type { Way } from './way.js';

/**
 * Keeps a second import from a group that still grows: the server would answer it with success and drop it, for one
 * import into a group holds a lock (finding `second-import-dropped`).
 */
export interface ImportGuard {
  /** Takes the group for one import of this process; what it gives ends that. */
  readonly enter: (group: string) => () => void;
  /** The number of contacts, where no import into the group is known to go on. */
  readonly expectStill: (group: string, earlier: readonly EarlierImport[], asking: Asking) => Promise<number | null>;
  /** Nothing, where the number is the same as before. */
  readonly expectSame: (group: string, before: number | null, asking: Asking) => Promise<void>;
}

/** A group that did not grow for so long has no import: the server adds contacts without a pause, and may have died over a row. */
const STILL_MS = 60_000;

interface Seen {
  readonly count: number | null;
  /** Since when it is this. */
  readonly since: number;
}

export function importGuard({ call }: Pick<Way, 'call'>, now: () => number): ImportGuard {
  const taken = new Set<string>();
  const seen = new Map<string, Seen>();

  const countOf = async (group: string, asking: Asking): Promise<number | null> => {
    const groups = await call(endpoints.listGroups, {}, { ...asking, fresh: true });
    return groups.find(({ group_id: key }) => key === group)?.contact_total ?? null;
  };
  const refuse = (why: string): never => {
    const message = `The contacts were not sent: ${why}. The server would drop a second import without a word; try again in a minute.`;
    throw new Invalid([{ code: 'CONFLICT', message, field: null }]);
  };

  return {
    enter: (group) => {
      if (taken.has(group)) refuse('another import into this group is under way');
      taken.add(group);
      return () => void taken.delete(group);
    },
    expectStill: async (group, earlier, asking) => {
      const count = await countOf(group, asking);
      const [last] = earlier;
      if (!last) return count;
      const { before = null, rows = null } = last;
      if (count !== null && before !== null && rows !== null && count >= before + rows) {
        seen.delete(group);
        return count;
      }
      // Known by now, or as it was when the import began.
      const known = seen.get(group) ?? { count: before, since: last.at };
      const current = known.count === count ? known : { count, since: now() };
      seen.set(group, current);
      if (now() - current.since < STILL_MS) {
        const told =
          rows === null || count === null || before === null ? '' : `, with ${count - before} of ${rows} contacts`;
        refuse(`an earlier import into this group goes on${told}`);
      }
      return count;
    },
    expectSame: async (group, before, asking) => {
      const count = await countOf(group, asking);
      if (count !== before) refuse('the group grows, as if another import into it went on');
    },
  };
}
