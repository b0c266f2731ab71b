import type { Items } from '../../graph/listing.js';
import type { Transmission } from '../../graph/transmission/transmission.js';
import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { resultsOfTransmissions } from './attempt-last-results.js';
import type { AttemptReads } from './attempt-reads.js';
import { columnsOf, eachOnce, lacking, readApart, together } from './late.js';
import type { ListPrograms } from './program-list.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import type { ListTransmissions } from './transmission-list.js';
import { orphanOf } from './transmission-orphan.js';
import { transmissionStatusOf } from './transmission-row.js';
import { FEWEST, isSearched, SEARCHED, transmissionSearch } from './transmission-search.js';
import type { Way } from './way.js';

type Late = NonNullable<Items<Transmission>['late']>;
type Found = Awaited<ReturnType<Late>>;

interface Reads {
  readonly list: ListTransmissions;
  readonly readItem: (key: string, asking: Asking) => Promise<Transmission | undefined>;
  readonly attempts: AttemptReads;
  readonly programs: ListPrograms;
}

/** Columns that only items have. */
export const OF_ITEMS: readonly string[] = ['title', 'origin', 'triesAllowed'];

/** Completes transmissions: each column in the way that takes the fewest requests for all rows that lack it. */
export function lateOfTransmissions(way: Way, { list, readItem, attempts, programs }: Reads): Late {
  const readItems = eachOnce(readItem);
  const search = transmissionSearch(way, list, programs);
  const results = resultsOfTransmissions(attempts, way.upstream);

  const fromItems = async (rows: Rows, columns: Names, asking: Asking): Promise<Found> => {
    const orphans = new Map(rows.map((row) => [row.upstreamId, orphanOf(row)]));
    const readable = rows.filter(({ upstreamId }) => !orphans.get(upstreamId));
    const found = readable.length ? await readItems(keysOf(readable), asking) : new Map<string, Transmission>();
    return columnsOf(rows, columns, ({ upstreamId }) => orphans.get(upstreamId) ?? found.get(upstreamId));
  };

  const facts = async (rows: Rows, columns: Names, asking: Asking): Promise<Found> => {
    const searched = columns.filter(isSearched);
    const fewest = searched.reduce((sum, column) => sum + FEWEST[column], 0);
    const onlyItems = columns.some((column) => OF_ITEMS.includes(column));
    if (onlyItems || rows.length <= fewest) return fromItems(rows, columns, asking);
    const { found, doubtful } = await search(rows, searched, asking);
    return together(found, await fromItems(doubtful, columns, asking));
  };

  const readStatus = readApart(async (key, asking) => {
    const word = await unlessMissing(way.call(transmissionEndpoints.status, key, asking));
    return word === undefined ? undefined : { status: transmissionStatusOf(word) };
  });
  const statuses = async (rows: Rows, asking: Asking): Promise<Found> => {
    const listed = rows.length > 1 ? await list({}, asking) : { rows: [], truncated: true };
    const known = new Map(listed.rows.map((row) => [row.upstreamId, row]));
    const unknown = listed.truncated ? keysOf(rows).filter((key) => !known.has(key)) : [];
    const single = await readStatus(unknown, asking);
    return columnsOf(rows, ['status'], ({ upstreamId: key }) => known.get(key) ?? single.get(key));
  };

  const details = async (rows: Rows, asking: Asking): Promise<Found> => {
    const found = await attempts.attempts(keysOf(rows), asking);
    return columnsOf(rows, ['attempts'], ({ upstreamId }) => found.get(upstreamId));
  };

  return async (rows, columns, asking) => {
    const ask = async (group: Names, answer: (rows: Rows, columns: Names, asking: Asking) => Promise<Found>) => {
      const asked = columns.filter((column) => group.includes(column));
      const short = lacking(rows, group, asked);
      return short.length ? answer(short, asked, asking) : new Map();
    };
    const parts = await Promise.all([
      ask([...OF_ITEMS, ...SEARCHED], facts),
      ask(['status'], (short) => statuses(short, asking)),
      ask(['attempts'], (short) => details(short, asking)),
      ask(['results'], (short) => results(short, columns.includes('attempts'), asking)),
    ]);
    return together(...parts);
  };
}

type Rows = readonly Transmission[];
type Names = readonly string[];

function keysOf(rows: Rows): string[] {
  return rows.map(({ upstreamId }) => upstreamId);
}
