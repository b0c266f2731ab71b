import type { IdentifiedRow } from '../../query/order.js';
import type { CallOptions } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { itemColumnCalls, likelyOrigin, listColumnCall, type RowOrigin } from './cost-formulas.js';
import type { NounCosts } from './costs.js';
import type { ItemBackend } from './list-backend.js';
import { callPerItem, type PlannedCall } from './planned-call.js';

/** One read of a provider that tells columns which rows of a noun may lack. */
export interface DeferredSource {
  /** The columns that it tells. */
  readonly columns: readonly string[];
  /** The endpoint that is asked. */
  readonly endpoint: { readonly name: string };
  /**
   * `item`: each thing's own answer, which rows that were read by key are. `list`: one list tells it of all rows, which rows of
   * lists are. `part`: an answer below each thing, of which no row is.
   */
  readonly answer: 'item' | 'list' | 'part';
}

/** Reads things by the provider's keys: one that is gone is left out, one that failed by itself is its failure. */
export type ReadByKeys = (
  keys: readonly string[],
  callOptions: CallOptions,
) => Promise<ReadonlyMap<string, object | ProviderFailure>>;

type Cells = Readonly<Record<string, unknown>>;
type KeyedRow = IdentifiedRow & { readonly upstreamId: string };
type FetchDeferred<Row extends IdentifiedRow> = NonNullable<ItemBackend<Row>['fetchDeferred']>;

/** Fetches columns that rows lack: each source is asked for the rows that lack a column of its own. */
export function fetchDeferredFrom<Source extends string>(
  sources: Readonly<Record<Source, DeferredSource>>,
  reads: Readonly<Record<Source, ReadByKeys>>,
): FetchDeferred<KeyedRow>;
export function fetchDeferredFrom(
  sources: Readonly<Record<string, DeferredSource>>,
  reads: Readonly<Record<string, ReadByKeys>>,
): FetchDeferred<KeyedRow> {
  return async (rows, columns, callOptions) => {
    const parts = Object.entries(sources).flatMap(([name, source]) => {
      const read = reads[name];
      const selected = columns.filter((column) => source.columns.includes(column));
      const partial = filterLacking(rows, source.columns, columns);
      return read && partial.length > 0 ? [readPart(read, partial, selected, callOptions)] : [];
    });
    const reports = await Promise.all(parts);
    // What one read does not find, another may: only what none tells of a thing is null.
    return mergeColumns(...reports.map(({ gone }) => gone), ...reports.map(({ found }) => found));
  };
}

async function readPart(
  read: ReadByKeys,
  rows: readonly KeyedRow[],
  columns: readonly string[],
  callOptions: CallOptions,
): Promise<{ readonly gone: ReadonlyMap<string, Cells>; readonly found: ReadonlyMap<string, Cells> }> {
  const things = await read(
    rows.map(({ upstreamId }) => upstreamId),
    callOptions,
  );
  const noCells = Object.fromEntries(columns.map((column) => [column, null]));
  const gone = new Map<string, Cells>();
  for (const { id, upstreamId } of rows) if (!things.has(upstreamId)) gone.set(id, noCells);
  return { gone, found: selectColumns(rows, columns, ({ upstreamId }) => things.get(upstreamId)) };
}

/**
 * What the deferred columns of a noun cost. Without `origin` the number of rows tells how they came: one by its key,
 * several as rows of a list.
 */
export function deferredCosts(
  sources: Readonly<Record<string, DeferredSource>>,
  origin?: RowOrigin,
): Required<Pick<NounCosts, 'deferred' | 'fetchDeferred'>> {
  return {
    deferred: Object.values(sources).flatMap(({ columns }) => columns),
    fetchDeferred: (count, columns) => deferredCalls(sources, columns, count, origin ?? likelyOrigin(count)),
  };
}

/** What fetching these columns costs for so many rows that mostly came from `origin`. */
export function deferredCalls(
  sources: Readonly<Record<string, DeferredSource>>,
  columns: readonly string[],
  count: number,
  origin: RowOrigin,
): readonly PlannedCall[] {
  return Object.values(sources).flatMap(({ columns: present, endpoint, answer }) => {
    if (!columns.some((column) => present.includes(column))) return [];
    switch (answer) {
      case 'item':
        return [itemColumnCalls(endpoint, count, origin)];
      case 'list':
        return [listColumnCall(endpoint, count, origin)];
      case 'part':
        return [callPerItem(endpoint, count)];
    }
  });
}

/** Rows that lack one of these columns that is selected. */
export function filterLacking<Row extends IdentifiedRow>(
  rows: readonly Row[],
  columns: readonly string[],
  selected: readonly string[],
): readonly Row[] {
  const relevant = columns.filter((column) => selected.includes(column));
  if (relevant.length === 0) return [];
  return rows.filter((row) => relevant.some((column) => Reflect.get(row, column) === undefined));
}

/** Columns by row id, each from what was read of its row; a failure is the value of all of them. */
export function selectColumns<Row extends IdentifiedRow>(
  rows: readonly Row[],
  columns: readonly string[],
  find: (row: Row) => object | undefined,
): ReadonlyMap<string, Cells> {
  const selected = new Map<string, Cells>();
  for (const row of rows) {
    const found = find(row);
    if (!found) continue;
    const hasFailed = found instanceof ProviderFailure;
    const cells: Record<string, unknown> = {};
    for (const column of columns) {
      if (hasFailed) cells[column] = found;
      else if (Object.hasOwn(found, column)) cells[column] = Reflect.get(found, column);
    }
    selected.set(row.id, cells);
  }
  return selected;
}

/** Puts the columns of several reads together, by row id. */
export function mergeColumns(...parts: ReadonlyArray<ReadonlyMap<string, Cells>>): ReadonlyMap<string, Cells> {
  const [only, ...others] = parts.filter(({ size }) => size > 0);
  if (only && others.length === 0) return only;
  const merged = new Map<string, Cells>();
  for (const part of parts) {
    for (const [id, cells] of part) {
      const known = merged.get(id);
      merged.set(id, known ? { ...known, ...cells } : cells);
    }
  }
  return merged;
}
