import type { IdentifiedRow } from '../../query/order.js';
import { condition, type Filter } from '../../query/filter.js';
import type { PlannedArguments, FieldCost, FieldCosts, FieldPlanning, PlannedRows } from '../ports/field-costs.js';
import { ONE } from '../ports/planned-call.js';
import { planList } from './plan-list.js';
import type { Backends, Noun } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import type { ListQuery } from '../ports/list-query.js';
import { filterUpstreams } from '../request/select-upstream.js';
import { DEFAULT_PAGE_ROWS, MAX_PAGE_ROWS } from '../lists/page-size.js';

/** A column that rows of the noun may lack. */
export function deferredColumnCost(noun: Noun, column: string): FieldCost {
  return { deferred: { noun, columns: () => [column] } };
}

/** How rows name a thing of another noun. */
interface LinkOptions {
  readonly of: Noun;
  /** The column with its key, which must be told first. */
  readonly column?: string;
  /** The column with the thing itself, which some rows have. */
  readonly row?: string;
  /** Of so many rows one is expected to name any; default: each does. */
  readonly oneIn?: number;
}

/** The thing of another noun that each row names. */
export function linkedItemCost(
  noun: Noun,
  { of, column, row: embedded, oneIn = 1 }: Partial<LinkOptions> = {},
): FieldCost {
  const isThere = ({ upstream, loadedBy }: PlannedRows): boolean =>
    of !== undefined &&
    embedded !== undefined &&
    upstream.costs.nouns[of]?.presentColumns?.(loadedBy).includes(embedded) === true;
  return {
    ...(of && column ? { deferred: { noun: of, columns: () => [column] } } : {}),
    plan: ({ rows, addCalls, sizes }) =>
      rows.map((row) => {
        const expected = expectedDistinct(row.count.expected / oneIn, sizes.rows(row.upstream.name, noun).expected);
        const named = { ...row, count: { ...row.count, expected } };
        if (!isThere(row)) return itemsByKeys(noun, named, { addCalls, sizes });
        itemsByKeys(noun, { ...row, count: { ...row.count, expected: 0 } }, { addCalls, sizes });
        return { ...named, noun, loadedBy: 'list' };
      }),
  };
}

/** The item that a payload shows, by the payload's type without its ending: what a write made or changed is read anew. */
export function payloadCosts(nouns: Readonly<Record<string, Noun>>): FieldCosts {
  return Object.fromEntries(
    Object.entries(nouns).map(([type, noun]) => [
      `${type}Payload.${type.charAt(0).toLowerCase()}${type.slice(1)}`,
      linkedItemCost(noun),
    ]),
  );
}

/** How many different things are named, where each of so many names one of those that there are. */
function expectedDistinct(times: number, things: number): number {
  return things < 1 ? 0 : things * (1 - (1 - 1 / things) ** times);
}

/** Things that rows name by key: each of them once. */
export function itemsByKeys(
  noun: Noun,
  row: PlannedRows,
  { addCalls, sizes }: Pick<FieldPlanning, 'addCalls' | 'sizes'>,
): PlannedRows {
  const { upstream, count, batches } = row;
  // What came once is not asked for again, and there are no more than there are.
  const known = { ...count, expected: Math.min(count.expected, sizes.rows(upstream.name, noun).expected) };
  const calls = upstream.costs.nouns[noun]?.byKeys ?? (() => []);
  addCalls(upstream, { calls, count: known, batches, perRow: batches.worst > 1 });
  return { upstream, noun, count: known, batches, loadedBy: 'key' };
}

type ListQueryFactory<Row> = (args: PlannedArguments, planning: FieldPlanning, also?: Filter) => ListQuery<Row>;

/** A list at the root of a query. */
export function rootListCost<Row extends IdentifiedRow>(createListQuery: ListQueryFactory<Row>): FieldCost {
  return {
    plan: (planning) => {
      const { args } = planning;
      const listQuery = createListQuery(args, planning);
      const isFilterUnknown = args.isUnknown('filter');
      return planList(
        { listQuery, first: firstOf(args), isFilterUnknown },
        requestedUpstreams(planning),
        ONE,
        planning,
      );
    },
  };
}

/** A list that each row has of its own: `path` is the condition that its rows are of this row. */
export function nestedListCost<Row extends IdentifiedRow>(
  path: string,
  of: Noun,
  createListQuery: ListQueryFactory<Row>,
): FieldCost {
  return {
    plan: (planning) =>
      planning.rows.flatMap(({ upstream, count }) => {
        const also = condition(path, { upstream: upstream.name, noun: of, key: PLACEHOLDER_KEY });
        const listQuery = createListQuery(planning.args, planning, also);
        return planList({ listQuery, first: firstOf(planning.args) }, [upstream], count, planning);
      }),
  };
}

/** Stands for the key of a row that is not there yet: numbers fit every provider that has such lists. */
const PLACEHOLDER_KEY = '1';

/** Upstreams that the arguments choose. */
export function requestedUpstreams({
  args,
  context,
}: Pick<FieldPlanning, 'args' | 'context'>): readonly OpenUpstream[] {
  return filterUpstreams(
    { upstreams: textsIn(args.get('upstreams')), providers: textsIn(args.get('providers')) },
    context,
  );
}

/** What the noun's backend reads that is no list, at each upstream that has it. */
export function readCost(noun: keyof Backends): FieldCost {
  return {
    plan: (planning) =>
      upstreamsWith(noun, planning).map((upstream) => {
        const calls = upstream.costs.nouns[noun]?.read;
        if (calls) planning.addCalls(upstream, { calls: (_count, known) => calls(known), count: ONE, batches: ONE });
        return { upstream, count: planning.sizes.rows(upstream.name, noun), batches: ONE, loadedBy: 'list' };
      }),
  };
}

/** The upstreams that have the noun, of which only the fields ask anything. */
export function fieldsOnlyCost(noun: keyof Backends): FieldCost {
  return {
    plan: (planning) =>
      upstreamsWith(noun, planning).map((upstream) => ({ upstream, count: ONE, batches: ONE, loadedBy: 'key' })),
  };
}

function upstreamsWith(noun: keyof Backends, planning: FieldPlanning): readonly OpenUpstream[] {
  const named = planning.args.get('upstream');
  return requestedUpstreams(planning).filter(
    ({ name, backends }) => backends[noun] && (typeof named !== 'string' || named === name),
  );
}

function firstOf(args: PlannedArguments): number {
  if (args.isUnknown('first')) return MAX_PAGE_ROWS;
  const first = args.get('first');
  return typeof first === 'number' ? first : DEFAULT_PAGE_ROWS;
}

function textsIn(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : undefined;
}
