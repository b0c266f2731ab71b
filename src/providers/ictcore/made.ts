import type { Verdict, Looking } from '../../operations/intent.js';
import type { Json, Trail } from '../../operations/record.js';
import type { Expected } from '../../graph/look.js';
import type { Listing } from '../../graph/listing.js';
import type { Noun } from '../../graph/provider.js';
import type { Identified } from '../../query/order.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';

type Lists = Readonly<Partial<Record<Noun, Pick<Listing<Identified>, 'list'>>>>;

/** All rows of a noun, as its list tells them. */
export async function allOf<Row extends Identified>(
  { list }: Pick<Listing<Row>, 'list'>,
  asking: Asking,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const request = { params: {}, offset: 0, limit: undefined };
  for await (const page of list(request, { ...asking, fresh: true })) rows.push(...page.rows);
  return rows;
}

/** All there are, for who is about to make one more; undefined for who may make some and not list them. */
export async function knownBefore<Row extends Identified>(
  listing: Pick<Listing<Row>, 'list'>,
  writing: Asking,
): Promise<readonly Row[] | undefined> {
  try {
    return await allOf(listing, writing);
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'auth' && error.status !== 401) return undefined;
    throw error;
  }
}

/**
 * The trail of a creation: how the list will tell the new thing. `before`: all there were, where they were read; ids
 * only grow, so that a later twin is the new one.
 */
export function madeTrail(noun: Noun, digests: Expected, before?: readonly Identified[]): Trail {
  return { look: 'made', noun, digests, ...(before ? { newest: newestOf(before) } : {}) };
}

/** The highest key of these, as text; `0` of none. */
function newestOf(rows: readonly Identified[]): string {
  return rows.reduce((newest, { upstreamId }) => (isAbove(upstreamId, newest) ? upstreamId : newest), '0');
}

/** Those that were not there yet. */
export function newcomers<Row extends Identified>(after: readonly Row[], before: readonly Identified[]): Row[] {
  const newest = newestOf(before);
  return after.filter(({ upstreamId }) => isAbove(upstreamId, newest));
}

function isAbove(key: string, other: string): boolean {
  return BigInt(key) > BigInt(other);
}

/**
 * Looks for a thing whose making got no answer. None like it: it was not made. One, where it is known what there was
 * before: that is it. Else nobody can tell it from a twin.
 */
export function seekMade(lists: Lists) {
  return async ({ noun, digests, newest }: Trail, looking: Looking): Promise<Verdict> => {
    const [, listing] = Object.entries(lists).find(([name]) => name === noun) ?? [];
    if (!listing || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
    const rows = await allOf(listing, looking);
    const fresh = typeof newest === 'string' ? rows.filter(({ upstreamId }) => isAbove(upstreamId, newest)) : rows;
    const alike = fresh.filter((row) => isAlike(row, new Map(Object.entries(digests)), looking));
    const [only, ...others] = alike;
    if (!only) return { is: 'notDone' };
    if (typeof newest !== 'string' || others.length > 0) return { is: 'unknown', forGood: true };
    return { is: 'done', result: { key: only.upstreamId } };
  };
}

function isAlike(row: object, digests: ReadonlyMap<string, Json | undefined>, { digest }: Looking): boolean {
  const cells = new Map<string, Json>(Object.entries(row));
  return [...digests].every(([column, expected]) => digest(cells.get(column) ?? null) === expected);
}
