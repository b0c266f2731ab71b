import { codeOf } from '../../graph/errors.js';
import { isNo, isProof } from '../../graph/make.js';
import { complain } from '../../graph/target.js';
import type { Removed } from '../../graph/writes.js';
import type { Sent, Writing } from '../../operations/intent.js';
import type { Mistake } from '../../operations/record.js';
import { ProviderFailure } from '../../transport/failure.js';
import { fewIds, IDS_IN_QUERY } from './contact.js';
import { wrong } from './edit.js';
import type { ContactsQuery } from './endpoints.js';
import type { WriteTools } from './write.js';

/** Contacts that are deleted by their ids at once, part by part: each part is a call, and a call may take its whole time. */
export const MOST_BY_IDS = 1000;
/** Calls that this takes. */
export const MOST_PARTS = Math.ceil(MOST_BY_IDS / IDS_IN_QUERY);

export interface Deletion {
  /** Those that matched when they were counted. */
  readonly keys: readonly string[];
  /** The filter in HostTracker's words; undefined where it can't hold the filter, so that ids are given instead. */
  readonly query: ContactsQuery | undefined;
  readonly expectedCount: number;
}

/** Deletes the contacts that were counted; nothing where they are not as many as expected. */
export async function deleteCounted(
  { keys, query, expectedCount }: Deletion,
  tools: WriteTools,
  writing: Writing,
): Promise<Sent<Removed>> {
  const message = `${keys.length} contacts match this filter now, not ${expectedCount}; nothing was deleted. Look at them before you give another number.`;
  complain([
    keys.length === expectedCount ? undefined : wrong(['expectedCount'], message),
    query === undefined && keys.length > MOST_BY_IDS ? wrong(['filter'], tooMany(keys.length)) : undefined,
  ]);
  if (keys.length === 0) return { result: { keys: [] } };
  writing.remember({ look: 'gone', noun: 'contact', keys });
  const calls = query === undefined ? inParts(keys) : [{ keys, query: narrowed(query, keys) }];
  const told: string[] = [];
  for (const [place, { query: part, keys: asked }] of calls.entries()) {
    try {
      const answer = await tools.call(tools.writes.removeMany, part, writing);
      told.push(...(answer?.flatMap(({ id }) => id ?? []) ?? []));
    } catch (error) {
      // Before it nothing was done, so that the failure says all.
      if (place === 0 || !(error instanceof ProviderFailure)) throw error;
      return stoppedBy(error, asked, { keys, told }, tools, writing);
    }
  }
  const { gone, unread } = await goneOf(keys, told, tools, writing);
  const left = keys.length - gone.length;
  if (left === 0) return { result: { keys: gone } };
  if (unread) return { result: { keys: gone }, lost: [unread] };
  const kept = `HostTracker deleted ${gone.length} of these contacts and kept ${left}.`;
  return { result: { keys: gone }, mistakes: [{ code: 'UPSTREAM_REJECTED', message: kept, field: ['filter'] }] };
}

function tooMany(count: number): string {
  return `HostTracker can't hold this filter, so that its contacts are deleted by their ids, at most ${MOST_BY_IDS} at once and not ${count}; nothing was deleted. Give a filter that matches fewer.`;
}

interface Told {
  readonly keys: readonly string[];
  readonly told: readonly string[];
}

/** What became of parts of which one failed: after it none was sent. */
async function stoppedBy(
  failure: ProviderFailure,
  asked: readonly string[],
  { keys, told }: Told,
  tools: WriteTools,
  writing: Writing,
): Promise<Sent<Removed>> {
  const { gone, unread } = await goneOf(keys, told, tools, writing);
  const left = keys.length - gone.length;
  if (left === 0) return { result: { keys: gone } };
  const isKnown = isNo(failure) || isProof(failure) || asked.every((key) => gone.includes(key));
  const message = `${gone.length} of these contacts are gone and ${left} are not: after a failed call none was sent. ${failure.message}`;
  const mistakes: readonly Mistake[] = [{ code: codeOf(failure), message, field: ['filter'] }];
  const lost = [...(isKnown ? [] : [failure]), ...(unread ? [unread] : [])];
  return { result: { keys: gone }, mistakes, lost };
}

/** Which are gone by now, whatever was told of them; where that can't be read, those that the answers name. */
async function goneOf(
  keys: readonly string[],
  told: readonly string[],
  { sift }: WriteTools,
  writing: Writing,
): Promise<{ readonly gone: readonly string[]; readonly unread?: ProviderFailure }> {
  try {
    const asked = new Set(keys);
    const query = fewIds(keys) ? { ids: keys } : {};
    const rows = await sift(query, ({ id }) => asked.has(id), { ...writing, fresh: true });
    const there = new Set(rows.map(({ id }) => id));
    return { gone: keys.filter((key) => !there.has(key)) };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const known = new Set(told);
    return { gone: keys.filter((key) => known.has(key)), unread: error };
  }
}

/** As many ids at a time as a query holds. */
function inParts(
  keys: readonly string[],
): ReadonlyArray<{ readonly keys: readonly string[]; readonly query: ContactsQuery }> {
  return Array.from({ length: Math.ceil(keys.length / IDS_IN_QUERY) }, (_, at) => {
    const part = keys.slice(at * IDS_IN_QUERY, (at + 1) * IDS_IN_QUERY);
    return { keys: part, query: { ids: part } };
  });
}

/** The filter, held to what was counted: a contact that has come to match since must not be deleted with the others. */
function narrowed(query: ContactsQuery, keys: readonly string[]): ContactsQuery {
  if (query.ids) return query;
  const others = Object.values(query).flat().join('&');
  return fewIds(keys, encodeURIComponent(others).length + 100) ? { ...query, ids: keys } : query;
}
