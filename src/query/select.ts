import { rowOrder, type IdentifiedRow, type KeyedRow, type Sorting } from './order.js';
import type { ListPlan } from './plan.js';
import { compileFilter, type RowTests } from './residual.js';

/** One page of rows, as a provider answered it. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** The total of rows that match what was pushed down, if the provider gives it. */
  readonly total?: number;
  /** How many rows of the provider this page covers: more than `rows` if some could not be read. */
  readonly length?: number;
  /** For each row its index among those, if some could not be read. */
  readonly places?: readonly number[];
  /** The provider gave fewer rows than it has, without saying which or how many: the total is then unknown. */
  readonly truncated?: boolean;
}

/** What has been read of a source so far, for its report. */
export interface ReadProgress {
  fetched: number;
  matched: number;
  /** How many rows the source has for this query; known when it said so or was read to its end. */
  total: number | undefined;
  /** Whether it was read to its end. */
  isEnded?: boolean;
  /** Whether the provider's own limit cut the list. */
  isTruncated?: boolean;
  /** How many rows the provider counts, but did not give or gave in an unreadable form. */
  missingCount?: number;
}

export interface SelectOptions<Row> {
  readonly plan: ListPlan;
  readonly tests: RowTests<Row>;
  readonly sorting: Sorting<Row> | undefined;
  /** Rows that earlier pages have consumed. */
  readonly skip: number;
  /** The number of rows, from the first one, that the answer can need of this source; undefined: all. */
  readonly needed?: number | undefined;
  /** The source's own order is fixed, so its pages can be used as they come. */
  readonly hasOrderedPages: boolean;
  /**
   * The order of the whole list is fixed, although that of its pages may not be. It is kept unless another order is
   * requested.
   */
  readonly hasStableOrder?: boolean | undefined;
  /** Fetches columns that list rows lack. */
  readonly fetchColumns: ((rows: readonly Row[], lacking: readonly string[]) => Promise<readonly Row[]>) | undefined;
  readonly progress: ReadProgress;
}

/** So many rows in a row that came before are no list that moves while it is paged. */
const MAX_REPEATS = 1000;

/** Turns the pages of a source into the rows of the answer, in order, from `skip` on. */
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
  // Rows are held back only if the end of the list is needed: for a sort, or if the provider does not guarantee its
  // order.
  const whole = plan.residualOrder || !selection.hasOrderedPages ? createRowBuffer(selection) : undefined;
  let position = plan.windowPushedDown ? skip : 0;
  let total: number | undefined;
  let receivedCount = plan.windowPushedDown ? skip : 0;
  let distinctCount = 0;
  let repeatsInARow = 0;
  for await (const page of pages) {
    const fresh = page.rows.filter(isFirstSeen);
    const repeats = page.rows.length - fresh.length;
    progress.fetched += page.rows.length;
    // A row that comes twice stands for none that is missing.
    receivedCount += (page.length ?? page.rows.length) - repeats;
    if (page.truncated) progress.isTruncated = true;
    total = page.total ?? total;
    if (plan.windowPushedDown && page.total !== undefined) progress.total = page.total;
    distinctCount += fresh.length;
    repeatsInARow = fresh.length > 0 ? 0 : repeatsInARow + repeats;
    if (repeatsInARow > 0 && repeatsInARow >= Math.min(distinctCount, MAX_REPEATS)) {
      // The same page again, and it would come for ever where the provider says that there are more rows.
      progress.isTruncated = true;
      break;
    }
    const rows = await applyResidual(fresh);
    if (whole) {
      whole.add(rows);
      continue;
    }
    const from = Math.max(0, skip - position);
    position += rows.length;
    if (from < rows.length) yield from ? rows.slice(from) : rows;
  }
  progress.isEnded = true;
  // A full window does not say whether there are more rows.
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

/** How many rows may be held beyond twice the needed number before they are sorted and cut. */
const SLACK = 20;

/**
 * Holds only as many rows of a long list as its first page can need. A row that sorts behind all of these is dropped at
 * once.
 */
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
  // The last row that can be needed, as far as is known. Rows behind it are garbage while they are young, which is
  // cheap to collect.
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
  // A filter on a column that is absent would drop or keep rows by accident.
  if (!fetchColumns)
    throw new TypeError(`rows lack ${plan.missingColumns.join(', ')} and their source can't complete them`);
  return fetchColumns(rows, plan.missingColumns);
}

/** Drops repeats: a provider whose list moves while it is paged shows a row twice. */
function createDuplicateFilter(): (row: IdentifiedRow) => boolean {
  const seen = new Set<string>();
  return (row) => seen.size !== seen.add(row.idKey ?? row.id).size;
}
