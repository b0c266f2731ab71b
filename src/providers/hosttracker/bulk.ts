import { complain, invalid } from '../../graph/target.js';
import type { Removed } from '../../graph/writes.js';
import type { Sent, Writing } from '../../operations/intent.js';
import { ProviderFailure } from '../../transport/failure.js';
import type { DeleteHostTrackerContactsInput, UpdateHostTrackerContactsInput } from './bulk-types.js';
import { checkGeneral } from './check.js';
import { fewIds, toContact, type Account } from './contact.js';
import { editsOf, wrong } from './edit.js';
import type { ContactsQuery } from './endpoints.js';
import { checkOffered } from './offered.js';
import { changedEach, expectedOf } from './trail.js';
import { toWholeFilter, type WholeFilter } from './whole-filter.js';
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
      const filter = toWholeFilter(asked);
      const keys = await keysOf(filter, writing);
      const message = `${keys.length} contacts match this filter now, not ${expectedCount}; nothing was deleted. Look at them before you give another number.`;
      complain([keys.length === expectedCount ? undefined : wrong(['expectedCount'], message)]);
      if (keys.length === 0 || !filter.query) return { result: { keys: [] } };
      writing.remember({ look: 'gone', noun: 'contact', keys });
      const answer = await call(writes.removeMany, narrowed(filter.query, keys), writing);
      const told = answer?.flatMap(({ id }) => id ?? []) ?? [];
      return goneOf(keys, told, writing);
    },
  };

  /** Which of them are gone by now, whatever the answer says of it. */
  async function goneOf(keys: readonly string[], told: readonly string[], writing: Writing): Promise<Sent<Removed>> {
    try {
      const asked = new Set(keys);
      const query = fewIds(keys) ? { ids: keys } : {};
      const rows = await sift(query, ({ id }) => asked.has(id), { ...writing, fresh: true });
      const there = new Set(rows.map(({ id }) => id));
      const gone = keys.filter((key) => !there.has(key));
      const left = keys.length - gone.length;
      const message = `HostTracker deleted ${gone.length} of these contacts and kept ${left}.`;
      const mistakes = left === 0 ? [] : [{ code: 'UPSTREAM_REJECTED', message, field: ['filter'] }];
      return { result: { keys: gone }, mistakes };
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      const known = keys.filter((key) => told.includes(key));
      return { result: { keys: known }, lost: known.length === keys.length ? [] : [error] };
    }
  }
}

/** The filter, held to what was counted: a contact that has come to match since must not be deleted with the others. */
function narrowed(query: ContactsQuery, keys: readonly string[]): ContactsQuery {
  if (query.ids) return query;
  const others = Object.values(query).flat().join('&');
  return fewIds(keys, encodeURIComponent(others).length + 100) ? { ...query, ids: keys } : query;
}
