import { atMostOne, likelyOrigin, type RowOrigin } from '../../../graph/ports/cost-formulas.js';
import type { KnownSizes } from '../../../graph/ports/costs.js';
import { callPerItem, plannedCall, type PlannedCall } from '../../../graph/ports/planned-call.js';
import { attemptEndpoints } from '../attempt/endpoints.js';
import { columnOfReference } from '../shared/reads/reference-columns.js';
import { SERVICE_BITS } from '../shared/reads/service-flags.js';
import { minSearchRequests, SEARCH_PLANS } from './column-search.js';
import { isSearchable, ITEM_COLUMNS, type SearchableColumn } from './columns.js';
import { transmissionEndpoints } from './endpoints.js';
import { SERVER_LIST_LIMIT } from './list.js';

/** What columns of so many transmissions cost: by item, by a search for each value that there is, or by an endpoint of their own. */
export function deferredTransmissionCost(
  count: number,
  columns: readonly string[],
  known: KnownSizes,
): readonly PlannedCall[] {
  if (count === 0) return [];
  const origin = likelyOrigin(count);
  const withAttempts = columns.includes('attempts');
  return [
    ...searchableColumnCalls(count, { expected: origin === 'list' ? columns : [], worst: columns }, known),
    ...(columns.includes('status') ? statusCalls(count, origin, known) : []),
    ...(withAttempts ? [callPerItem(attemptEndpoints.listOfTransmission, count)] : []),
    ...(columns.includes('results') ? [resultsCall(count, withAttempts)] : []),
  ];
}

/** With the attempts, the results are read by the key of the last attempt, which mostly is asked for its results anyway. */
function resultsCall(count: number, withAttempts: boolean): PlannedCall {
  return withAttempts
    ? callPerItem(attemptEndpoints.listResults, { expected: 0, worst: count })
    : callPerItem(attemptEndpoints.listResultsOfTransmission, count);
}

/** What filters by these conditions cost for so many rows of a list. */
export function fetchTransmissionColumnsCost(
  count: number,
  conditions: readonly string[],
  known: KnownSizes,
): readonly PlannedCall[] {
  const columns = conditions.map(columnOfReference);
  return count > 0 ? searchableColumnCalls(count, { expected: columns, worst: columns }, known) : [];
}

/** Whether the server may cut lists of transmissions. */
export function mayBeTruncated({ rows }: KnownSizes): boolean {
  return rows('transmission') >= SERVER_LIST_LIMIT;
}

/** The status of one transmission is asked of its own endpoint, of several of the list. */
function statusCalls(count: number, origin: RowOrigin, known: KnownSizes): readonly PlannedCall[] {
  const isOne = count < 2;
  const single = {
    expected: isOne && origin === 'key' ? count : 0,
    worst: mayBeTruncated(known) ? count : atMostOne(count),
  };
  const listed = { expected: !isOne && origin === 'key' ? 1 : 0, worst: isOne ? 0 : 1 };
  return [
    callPerItem(transmissionEndpoints.readStatus, single),
    { ...plannedCall(transmissionEndpoints.list, listed), shared: true },
  ];
}

/** Columns that rows lack: in the expected case, and in the worst case all that are selected. */
interface LackedColumns {
  readonly expected: readonly string[];
  readonly worst: readonly string[];
}

/** Columns that are read from items or, where that takes fewer requests, found by searching for each value that there is. */
function searchableColumnCalls(count: number, columns: LackedColumns, known: KnownSizes): readonly PlannedCall[] {
  const needsItems = columns.worst.some((column) => ITEM_COLUMNS.includes(column));
  const expected = estimateSearch(count, columns.expected.filter(isSearchable), known);
  const isSearched = !needsItems && expected.isTried && expected.searches < count;
  const worst = estimateSearch(count, columns.worst.filter(isSearchable), known);
  // Items are read where there are no more rows than searches, and of rows that a cut list may have missed.
  const fewItems = Math.min(count, Math.max(worst.minRequests, worst.searches));
  const mayMissRows = mayBeTruncated(known) && worst.minRequests > 0;
  const isAnyExpected = columns.expected.some((column) => isSearchable(column) || ITEM_COLUMNS.includes(column));
  const items = {
    expected: isAnyExpected && !isSearched ? count : 0,
    worst: needsItems || mayMissRows ? count : fewItems,
  };
  return [
    callPerItem(transmissionEndpoints.read, items),
    ...columns.worst.filter(isSearchable).flatMap((column): readonly PlannedCall[] => {
      const { endpoint, values } = SEARCH_PLANS[column];
      const isExpected = columns.expected.includes(column);
      // Rows may lack this column alone, so that its own minimum counts.
      const mayBeTried = !needsItems && count > minSearchRequests([column]);
      const valueLists = {
        expected: !needsItems && expected.isTried && isExpected ? 1 : 0,
        worst: mayBeTried ? 1 : 0,
      };
      const searches = {
        expected: isSearched && isExpected ? valueCountOf(column, known) : 0,
        worst: mayBeTried ? Math.min(valueCountOf(column, known), count - 1) : 0,
      };
      return [
        ...(values ? [{ ...plannedCall(values.endpoint, valueLists), shared: true } as const] : []),
        plannedCall(endpoint, searches),
      ];
    }),
  ];
}

/** The searches that these columns take, and whether there are rows enough to find out which values there are. */
function estimateSearch(count: number, columns: readonly SearchableColumn[], known: KnownSizes) {
  const minRequests = minSearchRequests(columns);
  const searches = columns.reduce((sum, column) => sum + valueCountOf(column, known), 0);
  return { minRequests, searches, isTried: columns.length > 0 && count > minRequests };
}

function valueCountOf(column: SearchableColumn, { rows }: KnownSizes): number {
  const { values } = SEARCH_PLANS[column];
  return values ? rows(values.noun) : SERVICE_BITS.length;
}
