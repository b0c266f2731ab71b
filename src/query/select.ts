import { rowOrder, type Identified, type Keyed, type Sorting } from './order.js';
import type { Plan } from './plan.js';
import { predicate, type Tests } from './residual.js';

/** Rows as a provider's answer brought them. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** How many rows match what was pushed down, in all, where the provider says so. */
  readonly total?: number;
  /** Rows of the provider's that this page is of: more than `rows` where some could not be read. */
  readonly length?: number;
  /** For each row its place among those, where some could not be read. */
  readonly places?: readonly number[];
  /** The provider gave fewer rows than it has, and nobody can tell which or how many: their number is not known then. */
  readonly truncated?: boolean;
}

/** What is read of a source so far; it goes into the source's report. */
export interface Reading {
  fetched: number;
  matched: number;
  /** How many rows the source has for this query; known when it said so or was read to its end. */
  total: number | undefined;
  /** Whether it was read to its end. */
  ended?: boolean;
  /** Whether the provider's own limit cut the list. */
  truncated?: boolean;
  /** So many rows the provider counts and did not give, or gave so that they could not be read. */
  missing?: number;
}

export interface Selection<Row> {
  readonly plan: Plan;
  readonly tests: Tests<Row>;
  readonly sorting: Sorting<Row> | undefined;
  /** Rows that earlier pages have consumed. */
  readonly skip: number;
  /** Rows that the answer can need of this source, from its first on; undefined: all. */
  readonly needed?: number | undefined;
  /** The source's own order is fixed, so its pages may be taken as they come. */
  readonly streams: boolean;
  /** The order of the whole list is fixed, though its pages' may not be: it is kept unless another is asked for. */
  readonly ordered?: boolean | undefined;
  /** Fetches columns that list rows lack. */
  readonly complete: ((rows: readonly Row[], lacking: readonly string[]) => Promise<readonly Row[]>) | undefined;
  readonly reading: Reading;
}

/** Turns a source's pages into the rows that belong in the answer, in order, from `skip` on. */
export async function* select<Row extends Identified>(
  pages: AsyncIterable<Page<Row>>,
  selection: Selection<Row>,
): AsyncGenerator<readonly Row[], void> {
  const { plan, skip, needed = Infinity, reading } = selection;
  const fresh = unseen();
  const keep = predicate(plan.residual, selection.tests);
  const refine = async (rows: readonly Row[]): Promise<readonly Row[]> => {
    const whole = plan.lacking.length && rows.length ? await finish(rows, selection) : rows;
    const kept = whole.filter(keep);
    reading.matched += kept.length;
    return kept;
  };
  // Only what must wait for the end is held back: a sort, or an order that the provider does not promise to keep.
  const whole = plan.order || !selection.streams ? holding(selection) : undefined;
  let passed = plan.window ? skip : 0;
  let total: number | undefined;
  let given = plan.window ? skip : 0;
  for await (const page of pages) {
    reading.fetched += page.rows.length;
    given += page.length ?? page.rows.length;
    if (page.truncated) reading.truncated = true;
    total = page.total ?? total;
    if (plan.window && page.total !== undefined) reading.total = page.total;
    const rows = await refine(page.rows.filter(fresh));
    if (whole) {
      whole.add(rows);
      continue;
    }
    const from = Math.max(0, skip - passed);
    passed += rows.length;
    if (from < rows.length) yield from ? rows.slice(from) : rows;
  }
  reading.ended = true;
  // A window that is full says nothing of the rest.
  const isFull = plan.window && given >= needed;
  if (total !== undefined && !isFull) reading.missing = Math.max(0, total - given);
  if (!reading.truncated) reading.total ??= whole ? whole.count() : passed;
  if (whole) yield whole.first().slice(skip);
}

interface Holding<Row> {
  readonly add: (rows: readonly Row[]) => void;
  /** Of all rows that were added. */
  readonly count: () => number;
  /** The first so many as are needed, in order. */
  readonly first: () => readonly Row[];
}

/** How far the rows held may grow beyond twice those that are needed before they are sorted and cut. */
const SLACK = 20;

/** Holds no more rows of a long list than its first page can need, and those that come too late in its order not at all. */
function holding<Row extends Identified>({ plan, sorting, ordered, needed = Infinity }: Selection<Row>): Holding<Row> {
  const keeps = plan.sorted || (!plan.order && ordered === true);
  const order = rowOrder<Row>(plan.order ? sorting : undefined);
  let held: Array<Keyed<Row>> = [];
  let count = 0;
  // The last row that can be needed, as far as is known: rows behind it are garbage while they are young, which is cheap.
  let last: Keyed<Row> | undefined;
  const cut = (): void => {
    if (!keeps) held.sort(order.compare);
    held = held.slice(0, needed);
    last = held.length === needed ? held.at(-1) : undefined;
  };
  const isBehind = (row: Keyed<Row>): boolean => last !== undefined && (keeps || order.compare(last, row) <= 0);
  return {
    add: (rows) => {
      count += rows.length;
      for (const row of rows) {
        const keyed = order.keyed(row);
        if (!isBehind(keyed)) held.push(keyed);
      }
      if (held.length > 2 * needed + SLACK) cut();
    },
    count: () => count,
    first: () => {
      cut();
      return held.map(({ row }) => row);
    },
  };
}

async function finish<Row>(rows: readonly Row[], { plan, complete }: Selection<Row>): Promise<readonly Row[]> {
  // Filtering on a column that is not there would drop or keep rows by accident.
  if (!complete) throw new TypeError(`rows lack ${plan.lacking.join(', ')} and their source can't complete them`);
  return complete(rows, plan.lacking);
}

/** Drops repeats: a provider whose list moves while it is paged shows a row twice. */
function unseen(): (row: Identified) => boolean {
  const seen = new Set<string>();
  return ({ id }) => seen.size !== seen.add(id).size;
}
