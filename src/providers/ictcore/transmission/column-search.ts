import type { Transmission } from '../../../graph/transmission/types.js';
import type { Page } from '../../../query/select.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { campaignEndpoints } from '../campaign/endpoints.js';
import { programEndpoints } from '../program/endpoints.js';
import type { ProgramListLoader } from '../program/list-loader.js';
import type { Session } from '../session.js';
import { readIndependently } from '../shared/reads/deferred.js';
import { isKey } from '../shared/reads/keys.js';
import { collectRows, listInPages } from '../shared/reads/list-rows.js';
import { SERVICE_BITS } from '../shared/reads/service-flags.js';
import { searchParamOf, type SearchableColumn } from './columns.js';
import { transmissionEndpoints } from './endpoints.js';
import { listTransmissionsOfProgram, type TransmissionLister } from './list.js';

/** How a column of many rows is found by searching the list for each value that there is. */
interface SearchPlan {
  /** The endpoint that lists the rows with one value. */
  readonly endpoint: { readonly name: string };
  /** The list of the values that there are; channels are known without. */
  readonly values?: { readonly noun: 'program' | 'campaign'; readonly endpoint: { readonly name: string } };
  /** The fewest requests that it takes: the list of values and one search, or a search for each channel. */
  readonly minRequests: number;
}

/** By column. */
export const SEARCH_PLANS: Readonly<Record<SearchableColumn, SearchPlan>> = {
  channel: { endpoint: transmissionEndpoints.list, minRequests: SERVICE_BITS.length },
  programKey: {
    endpoint: transmissionEndpoints.listOfProgram,
    values: { noun: 'program', endpoint: programEndpoints.list },
    minRequests: 2,
  },
  campaignKey: {
    endpoint: transmissionEndpoints.list,
    values: { noun: 'campaign', endpoint: campaignEndpoints.list },
    minRequests: 2,
  },
};

/** The fewest requests that searching for all these columns takes. */
export function minSearchRequests(columns: readonly SearchableColumn[]): number {
  return columns.reduce((sum, column) => sum + SEARCH_PLANS[column].minRequests, 0);
}

/** One search: for one value of one column. */
interface ColumnSearch {
  readonly column: SearchableColumn;
  readonly value: string;
  /** Reads the rows that have the value. */
  readonly read: (callOptions: CallOptions) => Promise<Page<Transmission> | undefined>;
}

export interface SearchOutcome {
  /** The columns by row id; a value that no search found is null. */
  readonly found: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /**
   * Rows that must be read by item: those that a search may have missed, as the server cut its list, or all rows where
   * there are as many values as rows, so that nothing was searched.
   */
  readonly unconfirmed: readonly Transmission[];
}

/** Finds columns of many rows by searching the list for each value that there is. */
export function createColumnSearch(session: Session, list: TransmissionLister, listPrograms: ProgramListLoader) {
  const searchBy =
    (column: SearchableColumn, value: string) =>
    (callOptions: CallOptions): Promise<Page<Transmission>> =>
      list({ [searchParamOf(column)]: value }, callOptions);

  const searchesOf = async (column: SearchableColumn, callOptions: CallOptions): Promise<readonly ColumnSearch[]> => {
    switch (column) {
      case 'channel':
        // Of a row with several channels the first counts. A later search overwrites an earlier one, so it is the last.
        return [...SERVICE_BITS]
          .reverse()
          .map(([bit, value]) => ({ column, value, read: searchBy(column, String(bit)) }));
      case 'programKey': {
        const programs = await listPrograms(callOptions);
        const keys = programs.map(({ program_id: key }) => key).filter(isKey);
        return keys.map((value) => ({
          column,
          value,
          read: (searchOptions) => listTransmissionsOfProgram(value, session, searchOptions),
        }));
      }
      case 'campaignKey': {
        const campaignKeys = await collectRows(
          listInPages(session, campaignEndpoints.list, {}, ({ campaign_id: key }) => key, callOptions),
        );
        const keys = campaignKeys.filter(isKey);
        return keys.map((value) => ({ column, value, read: searchBy(column, value) }));
      }
    }
  };

  return async (
    rows: readonly Transmission[],
    columns: readonly SearchableColumn[],
    callOptions: CallOptions,
  ): Promise<SearchOutcome> => {
    const searches = (await Promise.all(columns.map((column) => searchesOf(column, callOptions)))).flat();
    if (searches.length >= rows.length) return { found: new Map(), unconfirmed: rows };
    const numbered = new Map(searches.map((search, index) => [String(index + 1), search]));
    const readPages = readIndependently(async (number, searchOptions) => numbered.get(number)?.read(searchOptions));
    const pages = await readPages([...numbered.keys()], callOptions);
    const found = new Map(rows.map(({ id }) => [id, new Map<string, unknown>()]));
    let isTruncated = false;
    const failures = new Map<string, ProviderFailure>();
    for (const [number, { column, value }] of numbered) {
      const page = pages.get(number);
      if (page instanceof ProviderFailure) failures.set(column, page);
      else {
        isTruncated ||= page?.truncated === true;
        for (const { id } of page?.rows ?? []) found.get(id)?.set(column, value);
      }
    }
    // Where a search failed, a row that no other search of the column found may be one of its rows: it gets the failure.
    const cellsOf = (cells: ReadonlyMap<string, unknown> | undefined) =>
      Object.fromEntries(columns.map((column) => [column, cells?.get(column) ?? failures.get(column) ?? null]));
    const isLacking = ({ id }: Transmission): boolean => columns.some((column) => !found.get(id)?.has(column));
    return {
      found: new Map([...found].map(([id, cells]) => [id, cellsOf(cells)])),
      unconfirmed: isTruncated ? rows.filter(isLacking) : [],
    };
  };
}
