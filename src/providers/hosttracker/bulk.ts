import { invalid } from '../../graph/target.js';
import type { Removed } from '../../graph/writes.js';
import type { Sent, Writing } from '../../operations/intent.js';
import { deleteCounted } from './bulk-delete.js';
import type { DeleteHostTrackerContactsInput, UpdateHostTrackerContactsInput } from './bulk-types.js';
import { checkGeneral } from './check.js';
import { toContact, type Account } from './contact.js';
import { editsOf } from './edit.js';
import { checkOffered } from './offered.js';
import { changedEach, expectedOf } from './trail.js';
import { toReadFilter, toWholeFilter, type WholeFilter } from './whole-filter.js';
import type { WireContact } from './wire-contact.js';
import { complainOfAll, type WriteTools } from './write.js';

/** Writes to all contacts of one account that match a filter; both answer with keys. */
export interface HostTrackerBulkBackend {
  readonly update: (input: UpdateHostTrackerContactsInput, writing: Writing) => Promise<Sent<Removed>>;
  readonly remove: (input: DeleteHostTrackerContactsInput, writing: Writing) => Promise<Sent<Removed>>;
}

declare module '../../graph/provider.js' {
  interface Backends {
    readonly hostTrackerBulk: HostTrackerBulkBackend;
  }
}

export function createBulkBackend(tools: WriteTools, account: Account): HostTrackerBulkBackend {
  const { call, sift, writes, options } = tools;

  /** Keys of what matches now; Invalid where HostTracker does not understand the filter as we do. */
  const keysOf = async ({ query, matches }: WholeFilter, writing: Writing): Promise<readonly string[]> => {
    if (!query) return [];
    const rows = await sift(query, () => true, { ...writing, fresh: true });
    const others = rows.filter((row) => !matches(toContact(row, account)));
    if (others.length === 0) return rows.map(({ id }) => id);
    const message = `HostTracker gives ${others.length} contacts that do not match this filter, and would write to them too; take ids from \`contacts\` and give them as \`upstreamIds\`.`;
    throw invalid(message, ['filter']);
  };

  /** Keys of what matches now, by the filter as we understand it, out of what HostTracker can hold of it. */
  const matchingOf = async ({ query, matches }: WholeFilter, writing: Writing): Promise<readonly string[]> => {
    const isWanted = (row: WireContact): boolean => matches(toContact(row, account));
    const rows = await sift(query ?? {}, isWanted, { ...writing, fresh: true });
    return rows.map(({ id }) => id);
  };

  return {
    update: async (input, writing) => {
      const filter = toWholeFilter(input.filter);
      const checked = checkGeneral(input, false);
      await complainOfAll(checked, () => checkOffered(input, undefined, options, writing));
      const keys = await keysOf(filter, writing);
      const edits = editsOf(checked);
      if (keys.length === 0 || edits.length === 0 || !filter.query) return { result: { keys } };
      const expected = expectedOf(input, writing.digest);
      if (expected) writing.remember(changedEach(keys, expected));
      const answer = await call(writes.updateMany, { query: filter.query, edits }, writing);
      return { result: { keys: answer?.flatMap(({ id }) => id ?? []) ?? keys } };
    },
    remove: async ({ filter: asked, expectedCount }, writing) => {
      const { isHeld, ...filter } = toReadFilter(asked);
      const keys = await (isHeld ? keysOf(filter, writing) : matchingOf(filter, writing));
      return deleteCounted(
        { keys, query: isHeld ? (filter.query ?? undefined) : undefined, expectedCount },
        tools,
        writing,
      );
    },
  };
}
