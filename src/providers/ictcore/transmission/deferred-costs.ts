import { plannedCall, callPerItem, type PlannedCall } from '../../../graph/ports/planned-call.js';
import type { KnownSizes } from '../../../graph/ports/costs.js';
import { atMostOne, likelyOrigin, type RowOrigin } from '../../../graph/ports/cost-formulas.js';
import { SERVICE_BITS } from '../shared/reads/service-flags.js';
import { TRANSMISSION_ITEM_COLUMNS } from './deferred.js';
import { SERVER_LIST_LIMIT } from './list.js';
import { MIN_SEARCH_REQUESTS, isSearchable, type SearchableColumn } from './column-search.js';

const LIST_CALL = 'GET /transmissions';
const ITEM_CALL = 'GET /transmissions/{id}';
const PROGRAM_LIST_CALL = 'GET /programs/{id}/transmissions';

/** What columns of so many transmissions cost: by item, by a search for each value that there is, or by a list of their own. */
export function deferredTransmissionCost(
  count: number,
  columns: readonly string[],
  known: KnownSizes,
): readonly PlannedCall[] {
  if (count === 0) return [];
  const origin = likelyOrigin(count);
  const lacking = origin === 'list' ? columns : [];
  return [
    ...searchableColumnCalls(count, { lacking, selected: columns }, known),
    ...(columns.includes('status') ? statusCalls(count, origin, known) : []),
    ...(columns.includes('attempts') ? [callPerItem('GET /transmissions/{id}/detail', count)] : []),
    ...(columns.includes('results') ? [resultsCall(count, columns.includes('attempts'))] : []),
  ];
}

/** Where attempts are asked for too, it is their last's own results, for which they are mostly asked themselves. */
function resultsCall(count: number, withAttempts: boolean): PlannedCall {
  return withAttempts
    ? callPerItem('GET /spools/{id}/result', { expected: 0, worst: count })
    : callPerItem('GET /transmissions/{id}/result', count);
}

/** What filters by these conditions cost for so many rows of a list. */
export function fetchTransmissionColumnsCost(
  count: number,
  conditions: readonly string[],
  known: KnownSizes,
): readonly PlannedCall[] {
  const columns = conditions.map((name) => name.replace(/^(program|campaign)Id$/, '$1Key'));
  return count > 0 ? searchableColumnCalls(count, { lacking: columns, selected: columns }, known) : [];
}

/** Whether lists of transmissions may lack some. */
export function mayBeTruncated({ rows }: KnownSizes): boolean {
  return rows('transmission') >= SERVER_LIST_LIMIT;
}

function statusCalls(count: number, origin: RowOrigin, known: KnownSizes): readonly PlannedCall[] {
  const isOne = count < 2;
  const single = {
    expected: isOne && origin === 'key' ? count : 0,
    worst: mayBeTruncated(known) ? count : atMostOne(count),
  };
  const listed = { expected: !isOne && origin === 'key' ? 1 : 0, worst: isOne ? 0 : 1 };
  return [callPerItem('GET /transmissions/{id}/status', single), { operation: LIST_CALL, times: listed, shared: true }];
}

/** Columns that rows mostly lack, and all that they may lack. */
interface ColumnNeeds {
  readonly lacking: readonly string[];
  readonly selected: readonly string[];
}

/** What is told by items, or by searching lists for each value that there is. */
function searchableColumnCalls(
  count: number,
  { lacking, selected }: ColumnNeeds,
  known: KnownSizes,
): readonly PlannedCall[] {
  const onlyItems = selected.some((column) => TRANSMISSION_ITEM_COLUMNS.includes(column));
  const likelySearch = estimateSearch(count, lacking.filter(isSearchable), known);
  const isSearching = !onlyItems && likelySearch.isTried && likelySearch.searches < count;
  const worstSearch = estimateSearch(count, selected.filter(isSearchable), known);
  // Fewer rows than searches are read by item, and so are rows that a search may have missed.
  const fewestItems = Math.min(count, Math.max(worstSearch.fewest, worstSearch.searches));
  const mostItems = onlyItems || (mayBeTruncated(known) && worstSearch.fewest > 0) ? count : fewestItems;
  const isExpected = lacking.some((column) => isSearchable(column) || TRANSMISSION_ITEM_COLUMNS.includes(column));
  // Rows may know all but this column.
  const mayBeTried = (column: SearchableColumn) =>
    !onlyItems && selected.includes(column) && count > MIN_SEARCH_REQUESTS[column];
  const valueListCount = (column: SearchableColumn) => ({
    expected: !onlyItems && likelySearch.isTried && lacking.includes(column) ? 1 : 0,
    worst: mayBeTried(column) ? 1 : 0,
  });
  const searchCount = (column: SearchableColumn) => ({
    expected: isSearching && lacking.includes(column) ? valueCountOf(column, known) : 0,
    worst: mayBeTried(column) ? Math.min(valueCountOf(column, known), count - 1) : 0,
  });
  return [
    callPerItem(ITEM_CALL, { expected: isExpected && !isSearching ? count : 0, worst: mostItems }),
    { operation: 'GET /programs', times: valueListCount('programKey'), shared: true } as const,
    { operation: 'GET /campaigns', times: valueListCount('campaignKey'), shared: true } as const,
    plannedCall(PROGRAM_LIST_CALL, searchCount('programKey')),
    plannedCall(LIST_CALL, searchCount('campaignKey')),
    plannedCall(LIST_CALL, searchCount('channel')),
  ];
}

/** The searches that these columns take, and whether so many rows are worth looking what values there are. */
function estimateSearch(count: number, columns: readonly SearchableColumn[], known: KnownSizes) {
  const fewest = columns.reduce((sum, column) => sum + MIN_SEARCH_REQUESTS[column], 0);
  const searches = columns.reduce((sum, column) => sum + valueCountOf(column, known), 0);
  return { fewest, searches, isTried: columns.length > 0 && count > fewest };
}

function valueCountOf(column: SearchableColumn, { rows }: KnownSizes): number {
  return column === 'channel' ? SERVICE_BITS.length : rows(column === 'programKey' ? 'program' : 'campaign');
}
