import type { ReconcileVerdict, ReconcileContext } from '../../../../operations/intent.js';
import type { Json, RecoveryHint } from '../../../../operations/record.js';
import type { ColumnDigests } from '../../../../graph/mutations/reconciler.js';
import type { ListBackend } from '../../../../graph/ports/list-backend.js';
import type { IdentifiedRow } from '../../../../query/order.js';
import type { CallOptions } from '../../../../transport/exchange.js';
import { ProviderFailure } from '../../../../transport/failure.js';
import type { Noun } from '../../../../graph/ports/backends.js';
import { isNewerKey, newestKeyOf } from '../reads/keys.js';
import { NOT_DONE } from './not-done.js';

type ListsByNoun = Readonly<Partial<Record<Noun, Pick<ListBackend<IdentifiedRow>, 'list'>>>>;

/** All rows of a noun, as its list tells them. */
export async function listAllRows<Row extends IdentifiedRow>(
  { list }: Pick<ListBackend<Row>, 'list'>,
  callOptions: CallOptions,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const request = { params: {}, offset: 0, limit: undefined };
  for await (const page of list(request, { ...callOptions, bypassCache: true })) rows.push(...page.rows);
  return rows;
}

/** All rows before a creation; undefined where the credentials may create things and not list them. */
export async function listRowsBefore<Row extends IdentifiedRow>(
  listing: Pick<ListBackend<Row>, 'list'>,
  writeAttempt: CallOptions,
): Promise<readonly Row[] | undefined> {
  try {
    return await listAllRows(listing, writeAttempt);
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'auth' && error.status !== 401) return undefined;
    throw error;
  }
}

/**
 * The recovery hint of a creation: digests of the columns by which the list will show the new thing. Keys only grow, so
 * that with the rows `before` it a later row with these columns is the new one.
 */
export function creationHint(noun: Noun, digests: ColumnDigests, before?: readonly IdentifiedRow[]): RecoveryHint {
  return { look: 'made', noun, digests, ...(before ? { newest: newestKeyOf(keysOf(before)) } : {}) };
}

function keysOf(rows: readonly IdentifiedRow[]): readonly string[] {
  return rows.map(({ upstreamId }) => upstreamId);
}

/** The rows that came after those `before`. */
export function selectNewRows<Row extends IdentifiedRow>(
  after: readonly Row[],
  before: readonly IdentifiedRow[],
): Row[] {
  const newest = newestKeyOf(keysOf(before));
  return after.filter(({ upstreamId }) => isNewerKey(upstreamId, newest));
}

/**
 * Looks for a thing whose creation got no answer. Without a row like it, it was not created. One new row like it is the
 * thing. In all other cases it can't be told from another thing with the same columns.
 */
export function reconcileCreation(lists: ListsByNoun) {
  return async ({ noun, digests, newest }: RecoveryHint, context: ReconcileContext): Promise<ReconcileVerdict> => {
    const [, listing] = Object.entries(lists).find(([name]) => name === noun) ?? [];
    if (!listing || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
    const rows = await listAllRows(listing, context);
    const newerRows =
      typeof newest === 'string' ? rows.filter(({ upstreamId }) => isNewerKey(upstreamId, newest)) : rows;
    const matchingRows = newerRows.filter((row) => matchesDigests(row, new Map(Object.entries(digests)), context));
    const [only, ...others] = matchingRows;
    if (!only) return NOT_DONE;
    if (typeof newest !== 'string' || others.length > 0) return { is: 'unknown', forGood: true };
    return { is: 'done', result: { key: only.upstreamId } };
  };
}

function matchesDigests(
  row: object,
  digests: ReadonlyMap<string, Json | undefined>,
  { digest }: ReconcileContext,
): boolean {
  const cells = new Map<string, Json>(Object.entries(row));
  return [...digests].every(([column, expected]) => digest(cells.get(column) ?? null) === expected);
}
