import type { IdentifiedRow } from '../../query/order.js';
import type { QueryParams } from '../../query/query-params.js';
import { listBackendOf, rejectLongFilter, pageSizeOf } from '../lists/list.js';
import { planSource, describePushdown } from '../lists/source-plan.js';
import type { FieldPlanning, PlannedRows } from '../ports/field-costs.js';
import { ZERO, type PlannedCall, type CountRange } from '../ports/planned-call.js';
import { addProofCalls, moreExpensive } from './plan-proofs.js';
import { isNoun } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import type { ListQuery } from '../ports/list-query.js';

/** One list over some upstreams. */
export interface PlannedList<Row> {
  readonly listQuery: ListQuery<Row>;
  readonly first: number;
  /** What the filter is could not be told: it is taken for one that no provider can hold. */
  readonly isFilterUnknown?: boolean;
}

/** Plans a list as `list` would ask it, once for each of `parents`; gives the rows of its page. */
export function planList<Row extends IdentifiedRow>(
  { listQuery, first, isFilterUnknown = false }: PlannedList<Row>,
  upstreams: readonly OpenUpstream[],
  parents: CountRange,
  planning: Pick<FieldPlanning, 'addCalls' | 'sizes'>,
): readonly PlannedRows[] {
  const count = pageSizeOf(first);
  rejectLongFilter(listQuery.filter);
  const sources = upstreams
    .filter(({ backends }) => backends[listQuery.noun])
    .map((upstream) => ({
      upstream,
      matching: tallySource(listQuery, upstream, count, isFilterUnknown, parents, planning),
    }));
  const shares = sharePage(
    count,
    sources.map(({ matching }) => matching.expected),
    listQuery.sorting?.column,
  );
  return sources.map(({ upstream, matching }, index) => ({
    upstream,
    count: {
      expected: parents.expected * (shares[index] ?? 0),
      worst: parents.worst * Math.min(count, matching.worst),
    },
    batches: parents,
    loadedBy: 'list',
    ...(isNoun(listQuery.noun) ? { noun: listQuery.noun } : {}),
  }));
}

/** Puts one upstream's part on the bill; gives how many of its rows match. */
function tallySource<Row extends IdentifiedRow>(
  listQuery: ListQuery<Row>,
  upstream: OpenUpstream,
  count: number,
  vague: boolean,
  parents: CountRange,
  { addCalls, sizes }: Pick<FieldPlanning, 'addCalls' | 'sizes'>,
): CountRange {
  const { noun } = listQuery;
  const backend = listBackendOf<Row>(upstream, noun);
  const planned = planSource(listQuery, upstream, backend);
  const { filter, listPlan, keyLookup } = planned;
  if (listPlan.isImpossible && !vague) return ZERO;
  const pushdown = describePushdown(planned);
  const costs = upstream.costs.nouns[noun] ?? {};
  const matching = sizes.matching(upstream.name, noun, filter);
  const batches = parents;
  const perRow = parents.worst > 1;
  if (keyLookup) {
    const keys = keyLookup.keys.length;
    const calls = costs.byKeys ?? (() => []);
    addCalls(upstream, { calls, count: timesParents(keys, parents), batches, perRow, pushdown });
    return { expected: Math.min(keys, matching.expected), worst: keys };
  }
  const isWhole = Object.keys(listPlan.params).length === 0;
  const fetched = isWhole ? sizes.rows(upstream.name, noun) : matching;
  const limit = listPlan.windowPushedDown ? count + 1 : undefined;
  const { params } = listPlan;
  addProofCalls(planned, noun, upstream, addCalls);
  addCalls(upstream, {
    calls: (rows, known, which) => {
      const calls = (by: QueryParams): readonly PlannedCall[] => costs.list?.({ params: by, limit, rows }, known) ?? [];
      return planned.unproved.length > 0 && which === 'worst' ? moreExpensive(calls(params), calls({})) : calls(params);
    },
    count: { expected: fetched.expected * parents.expected, worst: fetched.worst * parents.worst },
    batches,
    perRow,
    pushdown,
    isList: true,
    shareKey: `${noun} ${JSON.stringify([params, limit])}`,
  });
  const { fetchColumns } = costs;
  if (listPlan.missingColumns.length > 0 && fetchColumns) {
    addCalls(upstream, {
      calls: (rows, known) => fetchColumns(rows, listPlan.missingColumns, known),
      count: { expected: fetched.expected * parents.expected, worst: fetched.worst * parents.worst },
      batches,
      perRow,
      pushdown: { pushedDown: [], residual: listPlan.missingColumns },
    });
  }
  return matching;
}

function timesParents(count: number, parents: CountRange): CountRange {
  return { expected: count * parents.expected, worst: count * parents.worst };
}

/** How many rows of a page are of each source: they take turns, or stand by upstream, or are mixed by what they are sorted by. */
function sharePage(count: number, totals: readonly number[], sortedBy: string | undefined): readonly number[] {
  if (sortedBy === 'upstream') {
    let remaining = count;
    return totals.map((total) => {
      const share = Math.min(remaining, total);
      remaining -= share;
      return share;
    });
  }
  if (sortedBy !== undefined) {
    const sum = totals.reduce((all, total) => all + total, 0);
    return totals.map((total) => (sum > count ? (total / sum) * count : total));
  }
  const shares = totals.map(() => 0);
  let remaining = count;
  let open = totals.map((_, index) => index);
  while (remaining > 0 && open.length > 0) {
    const turn = remaining / open.length;
    remaining = 0;
    for (const index of open) {
      const total = totals[index] ?? 0;
      const share = Math.min(total, (shares[index] ?? 0) + turn);
      remaining += (shares[index] ?? 0) + turn - share;
      shares[index] = share;
    }
    open = open.filter((index) => (shares[index] ?? 0) < (totals[index] ?? 0));
    if (remaining < 1e-9) break;
  }
  return shares;
}
