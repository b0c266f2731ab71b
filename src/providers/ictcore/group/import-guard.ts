import type { EarlierImport } from '../../../graph/media/backend.js';
import { InvalidInputError } from '../../../operations/intent.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { groupEndpoints } from './endpoints.js';
import type { Session } from '../session.js';

/**
 * Rejects an import into a group while another one may still run. The server locks a group for the length of an import,
 * answers a second one with success, and drops its contacts (finding `second-import-dropped`).
 */
export interface ImportGuard {
  /** Takes the group for one import of this process, and gives the function that releases it. */
  readonly acquire: (group: string) => () => void;
  /** Rejects where an earlier import may still run; gives the number of contacts otherwise. */
  readonly requireIdle: (
    group: string,
    earlier: readonly EarlierImport[],
    callOptions: CallOptions,
  ) => Promise<number | null>;
  /** Rejects where the number of contacts is not the one from before. */
  readonly requireUnchanged: (group: string, before: number | null, callOptions: CallOptions) => Promise<void>;
}

/** After a minute without a new contact no import runs: the server adds contacts without a pause, and may have stopped at a row. */
const IDLE_MS = 60_000;

interface ObservedCount {
  readonly count: number | null;
  /** Since when the number is this one, in milliseconds since 1970. */
  readonly since: number;
}

export function createImportGuard({ call }: Pick<Session, 'call'>, now: () => number): ImportGuard {
  const activeGroups = new Set<string>();
  const observedCounts = new Map<string, ObservedCount>();

  const readCount = async (group: string, callOptions: CallOptions): Promise<number | null> => {
    const groups = await call(groupEndpoints.list, {}, { ...callOptions, bypassCache: true });
    return groups.find(({ group_id: key }) => key === group)?.contact_total ?? null;
  };
  const reject = (reason: string): never => {
    const message = `The contacts were not sent: ${reason}. The server would drop a second import without a word; try again in a minute.`;
    throw new InvalidInputError([{ code: 'CONFLICT', message, field: null }]);
  };

  return {
    acquire: (group) => {
      if (activeGroups.has(group)) reject('another import into this group is under way');
      activeGroups.add(group);
      return () => void activeGroups.delete(group);
    },
    requireIdle: async (group, earlier, callOptions) => {
      const count = await readCount(group, callOptions);
      const [last] = earlier;
      if (!last) return count;
      const { before = null, rows = null } = last;
      if (count !== null && before !== null && rows !== null && count >= before + rows) {
        observedCounts.delete(group);
        return count;
      }
      // What was seen last, or the number at the beginning of the earlier import.
      const earlierCount = observedCounts.get(group) ?? { count: before, since: last.at };
      const current = earlierCount.count === count ? earlierCount : { count, since: now() };
      observedCounts.set(group, current);
      if (now() - current.since < IDLE_MS) {
        const progress =
          rows === null || count === null || before === null ? '' : `, with ${count - before} of ${rows} contacts`;
        reject(`an earlier import into this group goes on${progress}`);
      }
      return count;
    },
    requireUnchanged: async (group, before, callOptions) => {
      const count = await readCount(group, callOptions);
      if (count !== before) reject('the group grows, as if another import into it went on');
    },
  };
}
