import { call, callEach, type Call } from '../../graph/cost/call.js';
import type { Known } from '../../graph/cost/costs.js';
import { ofAny, usuallyCame, type Came } from './costs-ways.js';
import { SERVICES } from './service.js';
import { OF_ITEMS } from './transmission-late.js';
import { CUT } from './transmission-list.js';
import { FEWEST, isSearched, type Searched } from './transmission-search.js';

const LIST = 'GET /transmissions';
const ITEM = 'GET /transmissions/{id}';
const OF_PROGRAM = 'GET /programs/{id}/transmissions';

/** What columns of so many transmissions cost: by item, by a search for each value that there is, or by a list of their own. */
export function lateOfTransmissions(count: number, columns: readonly string[], known: Known): readonly Call[] {
  if (count === 0) return [];
  const came = usuallyCame(count);
  const lacking = came === 'list' ? columns : [];
  return [
    ...facts(count, { lacking, asked: columns }, known),
    ...(columns.includes('status') ? statuses(count, came, known) : []),
    ...(columns.includes('attempts') ? [callEach('GET /transmissions/{id}/detail', count)] : []),
    ...(columns.includes('results') ? [results(count, columns.includes('attempts'))] : []),
  ];
}

/** Where attempts are asked for too, it is their last's own results, for which they are mostly asked themselves. */
function results(count: number, withAttempts: boolean): Call {
  return withAttempts
    ? callEach('GET /spools/{id}/result', { expected: 0, worst: count })
    : callEach('GET /transmissions/{id}/result', count);
}

/** What filters by these conditions cost for so many rows of a list. */
export function completeTransmissions(count: number, conditions: readonly string[], known: Known): readonly Call[] {
  const columns = conditions.map((name) => name.replace(/^(program|campaign)Id$/, '$1Key'));
  return count > 0 ? facts(count, { lacking: columns, asked: columns }, known) : [];
}

/** Whether lists of transmissions may lack some. */
export function isCut({ rows }: Known): boolean {
  return rows('transmission') >= CUT;
}

function statuses(count: number, came: Came, known: Known): readonly Call[] {
  const isOne = count < 2;
  const single = { expected: isOne && came === 'key' ? count : 0, worst: isCut(known) ? count : ofAny(count) };
  const listed = { expected: !isOne && came === 'key' ? 1 : 0, worst: isOne ? 0 : 1 };
  return [callEach('GET /transmissions/{id}/status', single), { operation: LIST, times: listed, shared: true }];
}

/** Columns that rows mostly lack, and all that they may lack. */
interface Lack {
  readonly lacking: readonly string[];
  readonly asked: readonly string[];
}

/** What is told by items, or by searching lists for each value that there is. */
function facts(count: number, { lacking, asked }: Lack, known: Known): readonly Call[] {
  const onlyItems = asked.some((column) => OF_ITEMS.includes(column));
  const usual = searchFor(count, lacking.filter(isSearched), known);
  const isSearching = !onlyItems && usual.isTried && usual.searches < count;
  const all = searchFor(count, asked.filter(isSearched), known);
  // Fewer rows than searches are read by item, and so are rows that a search may have missed.
  const few = Math.min(count, Math.max(all.fewest, all.searches));
  const mostItems = onlyItems || (isCut(known) && all.fewest > 0) ? count : few;
  const isExpected = lacking.some((column) => isSearched(column) || OF_ITEMS.includes(column));
  // Rows may know all but this column.
  const mayBeTried = (column: Searched) => !onlyItems && asked.includes(column) && count > FEWEST[column];
  const values = (column: Searched) => ({
    expected: !onlyItems && usual.isTried && lacking.includes(column) ? 1 : 0,
    worst: mayBeTried(column) ? 1 : 0,
  });
  const searches = (column: Searched) => ({
    expected: isSearching && lacking.includes(column) ? valuesOf(column, known) : 0,
    worst: mayBeTried(column) ? Math.min(valuesOf(column, known), count - 1) : 0,
  });
  return [
    callEach(ITEM, { expected: isExpected && !isSearching ? count : 0, worst: mostItems }),
    { operation: 'GET /programs', times: values('programKey'), shared: true } as const,
    { operation: 'GET /campaigns', times: values('campaignKey'), shared: true } as const,
    call(OF_PROGRAM, searches('programKey')),
    call(LIST, searches('campaignKey')),
    call(LIST, searches('channel')),
  ];
}

/** The searches that these columns take, and whether so many rows are worth looking what values there are. */
function searchFor(count: number, columns: readonly Searched[], known: Known) {
  const fewest = columns.reduce((sum, column) => sum + FEWEST[column], 0);
  const searches = columns.reduce((sum, column) => sum + valuesOf(column, known), 0);
  return { fewest, searches, isTried: columns.length > 0 && count > fewest };
}

function valuesOf(column: Searched, { rows }: Known): number {
  return column === 'channel' ? SERVICES.length : rows(column === 'programKey' ? 'program' : 'campaign');
}
