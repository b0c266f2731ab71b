import type { Transmission } from '../../graph/transmission/transmission.js';
import type { Page } from '../../query/select.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { campaignEndpoints } from './campaign-endpoints.js';
import { isKey } from './key.js';
import { readApart } from './late.js';
import type { ListPrograms } from './program-list.js';
import { SERVICES } from './service.js';
import { listOfProgram, type ListTransmissions } from './transmission-list.js';
import type { Way } from './way.js';

/** Columns that rows of lists lack, and that lists can be searched by. */
export const SEARCHED = ['channel', 'programKey', 'campaignKey'] as const;
/** One of these columns. */
export type Searched = (typeof SEARCHED)[number];

export function isSearched(column: string): column is Searched {
  return SEARCHED.some((each) => each === column);
}

/** The fewest requests that a search takes: what values there are is a list of its own, but for channels. */
export const FEWEST: Readonly<Record<Searched, number>> = { channel: SERVICES.length, programKey: 2, campaignKey: 2 };

interface Search {
  readonly column: Searched;
  readonly value: string;
  /** The rows that have it. */
  readonly read: (asking: Asking) => Promise<Page<Transmission> | undefined>;
}

export interface Searches {
  readonly found: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Rows that a search may have missed, as a list was cut, or all where items take no more requests. */
  readonly doubtful: readonly Transmission[];
}

/** Tells columns of many rows by searching the list for each value that there is; what none finds is null. */
export function transmissionSearch(way: Way, list: ListTransmissions, listPrograms: ListPrograms) {
  const { call } = way;
  const by =
    (name: string, value: string) =>
    (asking: Asking): Promise<Page<Transmission>> =>
      list({ [name]: value }, asking);
  const searchesOf = async (column: Searched, asking: Asking): Promise<readonly Search[]> => {
    switch (column) {
      case 'channel':
        // The first wins, so it comes last.
        return [...SERVICES]
          .reverse()
          .map(([bit, value]) => ({ column, value, read: by('service_flag', String(bit)) }));
      case 'programKey': {
        const programs = await listPrograms(asking);
        const keys = programs.map(({ program_id: key }) => key).filter(isKey);
        return keys.map((value) => ({ column, value, read: (asked) => listOfProgram(value, way, asked) }));
      }
      case 'campaignKey': {
        const campaigns = await call(campaignEndpoints.list, {}, asking);
        const keys = campaigns.map(({ campaign_id: key }) => key).filter(isKey);
        return keys.map((value) => ({ column, value, read: by('campaign_id', value) }));
      }
    }
  };

  return async (rows: readonly Transmission[], columns: readonly Searched[], asking: Asking): Promise<Searches> => {
    const searches = (await Promise.all(columns.map((column) => searchesOf(column, asking)))).flat();
    if (searches.length >= rows.length) return { found: new Map(), doubtful: rows };
    const numbered = new Map(searches.map((search, index) => [String(index + 1), search]));
    const pages = await readApart(async (number, asked) => numbered.get(number)?.read(asked))(
      [...numbered.keys()],
      asking,
    );
    const found = new Map(rows.map(({ id }) => [id, new Map<string, unknown>()]));
    let isCut = false;
    const failures = new Map<string, ProviderFailure>();
    for (const [number, { column, value }] of numbered) {
      const page = pages.get(number);
      if (page instanceof ProviderFailure) failures.set(column, page);
      else {
        isCut ||= page?.truncated === true;
        for (const { id } of page?.rows ?? []) found.get(id)?.set(column, value);
      }
    }
    // What no search found is null, unless one that might have found it failed.
    const cellsOf = (cells: ReadonlyMap<string, unknown> | undefined) =>
      Object.fromEntries(columns.map((column) => [column, cells?.get(column) ?? failures.get(column) ?? null]));
    const isLacking = ({ id }: Transmission): boolean => columns.some((column) => !found.get(id)?.has(column));
    return {
      found: new Map([...found].map(([id, cells]) => [id, cellsOf(cells)])),
      doubtful: isCut ? rows.filter(isLacking) : [],
    };
  };
}
