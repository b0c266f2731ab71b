import type { Transmission } from '../../../graph/transmission/types.js';
import type { Page } from '../../../query/select.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { campaignEndpoints } from '../campaign/endpoints.js';
import { isKey } from '../shared/reads/keys.js';
import { readIndependently } from '../shared/reads/deferred.js';
import type { ProgramListLoader } from '../program/list-loader.js';
import { SERVICE_BITS } from '../shared/reads/service-flags.js';
import { listTransmissionsOfProgram, type TransmissionLister } from './list.js';
import type { Session } from '../session.js';

/** Columns that rows of lists lack, and that lists can be searched by. */
export const SEARCHABLE_COLUMNS = ['channel', 'programKey', 'campaignKey'] as const;
/** One of these columns. */
export type SearchableColumn = (typeof SEARCHABLE_COLUMNS)[number];

export function isSearchable(column: string): column is SearchableColumn {
  return SEARCHABLE_COLUMNS.some((each) => each === column);
}

/** The fewest requests that a search takes: what values there are is a list of its own, but for channels. */
export const MIN_SEARCH_REQUESTS: Readonly<Record<SearchableColumn, number>> = {
  channel: SERVICE_BITS.length,
  programKey: 2,
  campaignKey: 2,
};

interface ColumnSearch {
  readonly column: SearchableColumn;
  readonly value: string;
  /** The rows that have it. */
  readonly read: (callOptions: CallOptions) => Promise<Page<Transmission> | undefined>;
}

export interface SearchOutcome {
  readonly found: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Rows that a search may have missed, as a list was cut, or all where items take no more requests. */
  readonly unconfirmed: readonly Transmission[];
}

/** Tells columns of many rows by searching the list for each value that there is; what none finds is null. */
export function createColumnSearch(session: Session, list: TransmissionLister, listPrograms: ProgramListLoader) {
  const { call } = session;
  const searchBy =
    (name: string, value: string) =>
    (callOptions: CallOptions): Promise<Page<Transmission>> =>
      list({ [name]: value }, callOptions);
  const searchesOf = async (column: SearchableColumn, callOptions: CallOptions): Promise<readonly ColumnSearch[]> => {
    switch (column) {
      case 'channel':
        // The first wins, so it comes last.
        return [...SERVICE_BITS]
          .reverse()
          .map(([bit, value]) => ({ column, value, read: searchBy('service_flag', String(bit)) }));
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
        const campaigns = await call(campaignEndpoints.list, {}, callOptions);
        const keys = campaigns.map(({ campaign_id: key }) => key).filter(isKey);
        return keys.map((value) => ({ column, value, read: searchBy('campaign_id', value) }));
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
    const pages = await readIndependently(async (number, asked) => numbered.get(number)?.read(asked))(
      [...numbered.keys()],
      callOptions,
    );
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
    // What no search found is null, unless one that might have found it failed.
    const cellsOf = (cells: ReadonlyMap<string, unknown> | undefined) =>
      Object.fromEntries(columns.map((column) => [column, cells?.get(column) ?? failures.get(column) ?? null]));
    const isLacking = ({ id }: Transmission): boolean => columns.some((column) => !found.get(id)?.has(column));
    return {
      found: new Map([...found].map(([id, cells]) => [id, cellsOf(cells)])),
      unconfirmed: isTruncated ? rows.filter(isLacking) : [],
    };
  };
}
