import { rowOrder, type IdentifiedRow, type KeyedRow, type Sorting } from './order.js';
import type { ListPlan } from './plan.js';
import { compileFilter, type RowTests } from './residual.js';

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
export interface ReadProgress {
  fetched: number;
  matched: number;
  /** How many rows the source has for this query; known when it said so or was read to its end. */
  total: number | undefined;
  /** Whether it was read to its end. */
  isEnded?: boolean;
  /** Whether the provider's own limit cut the list. */
  isTruncated?: boolean;
  /** So many rows the provider counts and did not give, or gave so that they could not be read. */
  missingCount?: number;
}

export interface SelectOptions<Row> {
  readonly plan: ListPlan;
  readonly tests: RowTests<Row>;
  readonly sorting: Sorting<Row> | undefined;
  /** Rows that earlier pages have consumed. */
  readonly skip: number;
  /** Rows that the answer can need of this source, from its first on; undefined: all. */
  readonly needed?: number | undefined;
  /** The source's own order is fixed, so its pages may be taken as they come. */
  readonly hasOrderedPages: boolean;
  /** The order of the whole list is fixed, though its pages' may not be: it is kept unless another is asked for. */
  readonly hasStableOrder?: boolean | undefined;
  /** Fetches columns that list rows lack. */
  readonly fetchColumns: ((rows: readonly Row[], lacking: readonly string[]) => Promise<readonly Row[]>) | undefined;
  readonly progress: ReadProgress;
}

/** Turns a source's pages into the rows that belong in the answer, in order, from `skip` on. */
export async function* selectRows<Row extends IdentifiedRow>(
  pages: AsyncIterable<Page<Row>>,
  selection: SelectOptions<Row>,
): AsyncGenerator<readonly Row[], void> {
  const { plan, skip, needed = Infinity, progress } = selection;
  const isFirstSeen = createDuplicateFilter();
  const keep = compileFilter(plan.residual, selection.tests);
  const applyResidual = async (rows: readonly Row[]): Promise<readonly Row[]> => {
    const completed = plan.missingColumns.length && rows.length ? await completeRows(rows, selection) : rows;
    const kept = completed.filter(keep);
    progress.matched += kept.length;
    return kept;
  };
  // Only what must wait for the end is held back: a sort, or an order that the provider does not promise to keep.
  const whole = plan.residualOrder || !selection.hasOrderedPages ? createRowBuffer(selection) : undefined;
  let position = plan.windowPushedDown ? skip : 0;
  let total: number | undefined;
  let receivedCount = plan.windowPushedDown ? skip : 0;
  for await (const page of pages) {
    progress.fetched += page.rows.length;
    receivedCount += page.length ?? page.rows.length;
    if (page.truncated) progress.isTruncated = true;
    total = page.total ?? total;
    if (plan.windowPushedDown && page.total !== undefined) progress.total = page.total;
    const rows = await applyResidual(page.rows.filter(isFirstSeen));
    if (whole) {
      whole.add(rows);
      continue;
    }
    const from = Math.max(0, skip - position);
    position += rows.length;
    if (from < rows.length) yield from ? rows.slice(from) : rows;
  }
  progress.isEnded = true;
  // A window that is full says nothing of the rest.
  const isFull = plan.windowPushedDown && receivedCount >= needed;
  if (total !== undefined && !isFull) progress.missingCount = Math.max(0, total - receivedCount);
  if (!progress.isTruncated) progress.total ??= whole ? whole.count() : position;
  if (whole) yield whole.first().slice(skip);
}

interface RowBuffer<Row> {
  readonly add: (rows: readonly Row[]) => void;
  /** Of all rows that were added. */
  readonly count: () => number;
  /** The first so many as are needed, in order. */
  readonly first: () => readonly Row[];
}

/** How far the rows held may grow beyond twice those that are needed before they are sorted and cut. */
const SLACK = 20;

/** Holds no more rows of a long list than its first page can need, and those that come too late in its order not at all. */
function createRowBuffer<Row extends IdentifiedRow>({
  plan,
  sorting,
  hasStableOrder,
  needed = Infinity,
}: SelectOptions<Row>): RowBuffer<Row> {
  const keepsOrder = plan.sortPushedDown || (!plan.residualOrder && hasStableOrder === true);
  const order = rowOrder<Row>(plan.residualOrder ? sorting : undefined);
  let buffered: Array<KeyedRow<Row>> = [];
  let count = 0;
  // The last row that can be needed, as far as is known: rows behind it are garbage while they are young, which is cheap.
  let last: KeyedRow<Row> | undefined;
  const cut = (): void => {
    if (!keepsOrder) buffered.sort(order.compare);
    buffered = buffered.slice(0, needed);
    last = buffered.length === needed ? buffered.at(-1) : undefined;
  };
  const isBehind = (row: KeyedRow<Row>): boolean => last !== undefined && (keepsOrder || order.compare(last, row) <= 0);
  return {
    add: (rows) => {
      count += rows.length;
      for (const row of rows) {
        const keyed = order.toKeyed(row);
        if (!isBehind(keyed)) buffered.push(keyed);
      }
      if (buffered.length > 2 * needed + SLACK) cut();
    },
    count: () => count,
    first: () => {
      cut();
      return buffered.map(({ row }) => row);
    },
  };
}

async function completeRows<Row>(
  rows: readonly Row[],
  { plan, fetchColumns }: SelectOptions<Row>,
): Promise<readonly Row[]> {
  // Filtering on a column that is not there would drop or keep rows by accident.
  if (!fetchColumns)
    throw new TypeError(`rows lack ${plan.missingColumns.join(', ')} and their source can't complete them`);
  return fetchColumns(rows, plan.missingColumns);
}

/** Drops repeats: a provider whose list moves while it is paged shows a row twice. */
function createDuplicateFilter(): (row: IdentifiedRow) => boolean {
  const seen = new Set<string>();
  return ({ id }) => seen.size !== seen.add(id).size;
}
