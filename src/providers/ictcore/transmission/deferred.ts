import type { ItemBackend } from '../../../graph/ports/list-backend.js';
import type { Transmission } from '../../../graph/transmission/types.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { lastResultsReader } from '../attempt/last-results.js';
import type { AttemptLoaders } from '../attempt/loaders.js';
import { selectColumns, filterLacking, mergeColumns } from '../../../graph/ports/deferred.js';
import { readOncePerRequest, readIndependently } from '../shared/reads/deferred.js';
import type { ProgramListLoader } from '../program/list-loader.js';
import { transmissionEndpoints } from './endpoints.js';
import type { TransmissionLister } from './list.js';
import { orphanFailureOf } from './orphan.js';
import { isSearchable, ITEM_COLUMNS, transmissionColumns, transmissionStatusOf } from './columns.js';
import { createColumnSearch, minSearchRequests } from './column-search.js';
import type { Session } from '../session.js';

type FetchDeferred = NonNullable<ItemBackend<Transmission>['fetchDeferred']>;
type ColumnsById = Awaited<ReturnType<FetchDeferred>>;

interface TransmissionReads {
  readonly list: TransmissionLister;
  readonly readItem: (key: string, callOptions: CallOptions) => Promise<Transmission | undefined>;
  readonly attemptLoaders: AttemptLoaders;
  readonly loadPrograms: ProgramListLoader;
}

/** Fetches columns that transmissions lack: each in the way that takes the fewest requests for all rows that lack it. */
export function createTransmissionFetch(
  session: Session,
  { list, readItem, attemptLoaders, loadPrograms }: TransmissionReads,
): FetchDeferred {
  const readItems = readOncePerRequest(readItem);
  const search = createColumnSearch(session, list, loadPrograms);
  const readResults = lastResultsReader(attemptLoaders, session.upstream);

  const fetchFromItems = async (rows: Rows, columns: ColumnNames, callOptions: CallOptions): Promise<ColumnsById> => {
    const orphans = new Map(rows.map((row) => [row.upstreamId, orphanFailureOf(row)]));
    const readable = rows.filter(({ upstreamId }) => !orphans.get(upstreamId));
    const found = readable.length ? await readItems(keysOf(readable), callOptions) : new Map<string, Transmission>();
    return selectColumns(rows, columns, ({ upstreamId }) => orphans.get(upstreamId) ?? found.get(upstreamId));
  };

  const fetchSearchable = async (rows: Rows, columns: ColumnNames, callOptions: CallOptions): Promise<ColumnsById> => {
    const searchable = columns.filter(isSearchable);
    const needsItems = columns.some((column) => ITEM_COLUMNS.includes(column));
    if (needsItems || rows.length <= minSearchRequests(searchable)) return fetchFromItems(rows, columns, callOptions);
    const { found, unconfirmed } = await search(rows, searchable, callOptions);
    return mergeColumns(found, await fetchFromItems(unconfirmed, columns, callOptions));
  };

  const readStatus = readIndependently(async (key, callOptions) => {
    const word = await unlessMissing(session.call(transmissionEndpoints.readStatus, key, callOptions));
    return word === undefined ? undefined : { status: transmissionStatusOf(word) };
  });
  const fetchStatuses = async (rows: Rows, callOptions: CallOptions): Promise<ColumnsById> => {
    const listed = rows.length > 1 ? await list({}, callOptions) : { rows: [], truncated: true };
    const known = new Map(listed.rows.map((row) => [row.upstreamId, row]));
    const unknown = listed.truncated ? keysOf(rows).filter((key) => !known.has(key)) : [];
    const single = await readStatus(unknown, callOptions);
    return selectColumns(
      rows,
      transmissionColumns.onlyIn('status'),
      ({ upstreamId: key }) => known.get(key) ?? single.get(key),
    );
  };

  const fetchAttempts = async (rows: Rows, callOptions: CallOptions): Promise<ColumnsById> => {
    const found = await attemptLoaders.attempts(keysOf(rows), callOptions);
    return selectColumns(rows, ['attempts'], ({ upstreamId }) => found.get(upstreamId));
  };

  return async (rows, columns, callOptions) => {
    const fetchGroup = async (
      group: ColumnNames,
      fetch: (rows: Rows, columns: ColumnNames, callOptions: CallOptions) => Promise<ColumnsById>,
    ) => {
      const selected = columns.filter((column) => group.includes(column));
      const lackingRows = filterLacking(rows, group, selected);
      return lackingRows.length ? fetch(lackingRows, selected, callOptions) : new Map();
    };
    const parts = await Promise.all([
      fetchGroup(transmissionColumns.onlyIn('item'), fetchSearchable),
      fetchGroup(transmissionColumns.onlyIn('status'), (lacking) => fetchStatuses(lacking, callOptions)),
      fetchGroup(['attempts'], (lacking) => fetchAttempts(lacking, callOptions)),
      fetchGroup(['results'], (lacking) => readResults(lacking, columns.includes('attempts'), callOptions)),
    ]);
    return mergeColumns(...parts);
  };
}

type Rows = readonly Transmission[];
type ColumnNames = readonly string[];

function keysOf(rows: Rows): string[] {
  return rows.map(({ upstreamId }) => upstreamId);
}
