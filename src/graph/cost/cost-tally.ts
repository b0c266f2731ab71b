import type { RequestedCalls, PushdownReport } from '../ports/field-costs.js';
import { rangeOf, type PlannedCall, type CountRange } from '../ports/planned-call.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import type { ListSizes } from '../ports/list-sizes.js';

/** Requests of one operation of a provider that fields cause. */
export interface PlannedRequests extends CountRange {
  readonly operation: string;
  /** One for each row: more rows are more requests. */
  readonly perRow: boolean;
}

/** What some fields ask one upstream for. */
export interface TallyEntry extends Partial<PushdownReport> {
  /** Paths of response keys, e.g. `contacts.nodes.groups`. */
  readonly fields: readonly string[];
  readonly upstream: string;
  readonly requests: readonly PlannedRequests[];
}

/** What an operation will ask for, as it is found. */
export interface CostTally {
  readonly add: (fields: readonly string[], upstream: OpenUpstream, asked: RequestedCalls) => void;
  readonly entries: readonly TallyEntry[];
}

/** `shares`: whether the same request, wanted by several fields, is sent once: so it is for queries. */
export function createCostTally(sizes: ListSizes, sharesRequests: boolean): CostTally {
  const entries: TallyEntry[] = [];
  const sent = new Set<string>();
  return {
    entries,
    add: (fields, upstream, asked) => {
      const isRepeat = (what: string): boolean =>
        sharesRequests && sent.size === sent.add(`${upstream.name} ${what}`).size;
      const repeated = asked.shareKey !== undefined && isRepeat(asked.shareKey);
      const requests = countRequests(upstream.name, asked, sizes).map(({ shared, ...planned }): PlannedRequests => {
        const again = repeated || (shared && isRepeat(planned.operation));
        return again ? { ...planned, expected: 0 } : planned;
      });
      if (requests.length > 0) entries.push({ fields, upstream: upstream.name, ...asked.pushdown, requests });
    },
  };
}

type TalliedRequests = PlannedRequests & { readonly shared: boolean };

/** The calls of a likely case and of the worst one, by operation. */
function countRequests(
  name: string,
  { calls, count, batches, isList, perRow: own = false }: RequestedCalls,
  sizes: ListSizes,
): readonly TalliedRequests[] {
  const at = (mode: keyof CountRange, things: number): readonly PlannedCall[] =>
    calls(things, { rows: (noun) => sizes.rows(name, noun)[mode] }, mode);
  const found = new Map<string, TalliedRequests>();
  const put = (mode: keyof CountRange, { operation, times, perItem, shared }: PlannedCall, share: number): void => {
    const known = found.get(operation) ?? { operation, expected: 0, worst: 0, perRow: false, shared: shared ?? false };
    const more = rangeOf(times)[mode] * share;
    // One thing may take several requests of its own: that is not row by row.
    const isEach = own || (perItem === true && count.worst > 1);
    const perRow = known.perRow || (mode === 'worst' && more > 1 && isEach);
    if (more > 0) found.set(operation, { ...known, [mode]: known[mode] + more, perRow });
  };
  if (batches.expected > 0) {
    const things = count.expected / batches.expected;
    // Less than one thing is one thing that is not always there.
    const isRare = !isList && things < 1;
    const share = isRare ? things * batches.expected : batches.expected;
    for (const call of at('expected', isRare ? 1 : Math.round(things))) put('expected', call, share);
  }
  if (batches.worst > 0) {
    for (const call of at('worst', Math.ceil(count.worst / batches.worst))) put('worst', call, batches.worst);
  }
  return [...found.values()].map((each) => ({
    ...each,
    // What is likely is possible.
    worst: Math.max(each.worst, Math.ceil(each.expected)),
    // What a provider asks row by row only where something is odd is no way to ask.
    perRow: each.perRow && each.expected > 0,
  }));
}
