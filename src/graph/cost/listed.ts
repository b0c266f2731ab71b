import type { Identified } from '../../query/order.js';
import type { Params } from '../../query/plan.js';
import type { OpenUpstream } from '../context.js';
import { listingOf, refuseLong, rowsOf, type Question } from '../list.js';
import { isNoun } from '../provider.js';
import { settle, tell } from '../settle.js';
import type { Planning, Rows } from './ask.js';
import { NONE, type Call, type Range } from './call.js';
import { askProofs, dearer } from './proofs.js';

/** One list over some upstreams. */
export interface Listed<Row> {
  readonly question: Question<Row>;
  readonly first: number;
  /** What the filter is could not be told: it is taken for one that no provider can hold. */
  readonly vague?: boolean;
}

/** Plans a list as `list` would ask it, once for each of `parents`; gives the rows of its page. */
export function planList<Row extends Identified>(
  { question, first, vague = false }: Listed<Row>,
  asked: readonly OpenUpstream[],
  parents: Range,
  planning: Pick<Planning, 'ask' | 'sizes'>,
): readonly Rows[] {
  const count = rowsOf(first);
  refuseLong(question.filter);
  const sources = asked
    .filter(({ backends }) => backends[question.noun])
    .map((upstream) => ({ upstream, matching: planSource(question, upstream, count, vague, parents, planning) }));
  const shares = shareOut(
    count,
    sources.map(({ matching }) => matching.expected),
    question.sorting?.column,
  );
  return sources.map(({ upstream, matching }, index) => ({
    upstream,
    count: {
      expected: parents.expected * (shares[index] ?? 0),
      worst: parents.worst * Math.min(count, matching.worst),
    },
    batches: parents,
    came: 'list',
    ...(isNoun(question.noun) ? { noun: question.noun } : {}),
  }));
}

/** Puts one upstream's part on the bill; gives how many of its rows match. */
function planSource<Row extends Identified>(
  question: Question<Row>,
  upstream: OpenUpstream,
  count: number,
  vague: boolean,
  parents: Range,
  { ask, sizes }: Pick<Planning, 'ask' | 'sizes'>,
): Range {
  const { noun } = question;
  const listing = listingOf<Row>(upstream, noun);
  const planned = settle(question, upstream, listing);
  const { filter, settled, chosen } = planned;
  if (settled.impossible && !vague) return NONE;
  const part = tell(planned);
  const costs = upstream.costs.nouns[noun] ?? {};
  const matching = sizes.matching(upstream.name, noun, filter);
  const batches = parents;
  const each = parents.worst > 1;
  if (chosen) {
    const keys = chosen.keys.length;
    const calls = costs.byKeys ?? (() => []);
    ask(upstream, { calls, count: times(keys, parents), batches, each, part });
    return { expected: Math.min(keys, matching.expected), worst: keys };
  }
  const isWhole = Object.keys(settled.params).length === 0;
  const fetched = isWhole ? sizes.rows(upstream.name, noun) : matching;
  const limit = settled.window ? count + 1 : undefined;
  const { params } = settled;
  askProofs(planned, noun, upstream, ask);
  ask(upstream, {
    calls: (rows, known, which) => {
      const calls = (by: Params): readonly Call[] => costs.list?.({ params: by, limit, rows }, known) ?? [];
      return planned.unproved.length > 0 && which === 'worst' ? dearer(calls(params), calls({})) : calls(params);
    },
    count: { expected: fetched.expected * parents.expected, worst: fetched.worst * parents.worst },
    batches,
    each,
    part,
    isList: true,
    same: `${noun} ${JSON.stringify([params, limit])}`,
  });
  const { complete } = costs;
  if (settled.lacking.length > 0 && complete) {
    ask(upstream, {
      calls: (rows, known) => complete(rows, settled.lacking, known),
      count: { expected: fetched.expected * parents.expected, worst: fetched.worst * parents.worst },
      batches,
      each,
      part: { pushedDown: [], residual: settled.lacking },
    });
  }
  return matching;
}

function times(count: number, parents: Range): Range {
  return { expected: count * parents.expected, worst: count * parents.worst };
}

/** How many rows of a page are of each source: they take turns, or stand by upstream, or are mixed by what they are sorted by. */
function shareOut(count: number, totals: readonly number[], sortedBy: string | undefined): readonly number[] {
  if (sortedBy === 'upstream') {
    let left = count;
    return totals.map((total) => {
      const share = Math.min(left, total);
      left -= share;
      return share;
    });
  }
  if (sortedBy !== undefined) {
    const sum = totals.reduce((all, total) => all + total, 0);
    return totals.map((total) => (sum > count ? (total / sum) * count : total));
  }
  const shares = totals.map(() => 0);
  let left = count;
  let open = totals.map((_, index) => index);
  while (left > 0 && open.length > 0) {
    const turn = left / open.length;
    left = 0;
    for (const index of open) {
      const total = totals[index] ?? 0;
      const share = Math.min(total, (shares[index] ?? 0) + turn);
      left += (shares[index] ?? 0) + turn - share;
      shares[index] = share;
    }
    open = open.filter((index) => (shares[index] ?? 0) < (totals[index] ?? 0));
    if (left < 1e-9) break;
  }
  return shares;
}
