import type { Items } from '../../graph/listing.js';
import type { Transmission } from '../../graph/transmission/transmission.js';
import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { readAttempts, readResults } from './attempt-row.js';
import { readEach } from './key.js';
import { columnsOf, eachOnce, lacking, together } from './late.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import type { ListTransmissions } from './transmission-list.js';
import { transmissionStatusOf } from './transmission-row.js';
import { FEWEST, isSearched, SEARCHED, transmissionSearch } from './transmission-search.js';
import type { Way } from './way.js';

type Late = NonNullable<Items<Transmission>['late']>;
type Found = Awaited<ReturnType<Late>>;

interface Reads {
  readonly list: ListTransmissions;
  readonly read: (key: string, asking: Asking) => Promise<Transmission | undefined>;
}

/** Columns that only items have. */
export const OF_ITEMS: readonly string[] = ['title', 'origin', 'triesAllowed'];

/** Completes transmissions: each column in the way that takes the fewest requests for all rows that lack it. */
export function lateOfTransmissions(way: Way, { list, read }: Reads): Late {
  const readItems = eachOnce(read);
  const readDetails = eachOnce(readAttempts(way));
  const readSteps = eachOnce(readResults(way));
  const search = transmissionSearch(way, list);

  const each = (readAll: ReturnType<typeof eachOnce>) => async (rows: Rows, columns: Names, asking: Asking) => {
    if (!rows.length) return new Map();
    const found = await readAll(keysOf(rows), asking);
    return columnsOf(rows, columns, ({ upstreamId }) => found.get(upstreamId));
  };
  const fromItems = each(readItems);
  const fromDetails = each(readDetails);
  const fromSteps = each(readSteps);

  const facts = async (rows: Rows, columns: Names, asking: Asking): Promise<Found> => {
    const searched = columns.filter(isSearched);
    const fewest = searched.reduce((sum, column) => sum + FEWEST[column], 0);
    const onlyItems = columns.some((column) => OF_ITEMS.includes(column));
    if (onlyItems || rows.length <= fewest) return fromItems(rows, columns, asking);
    const { found, doubtful } = await search(rows, searched, asking);
    return together(found, await fromItems(doubtful, columns, asking));
  };

  const statuses = async (rows: Rows, asking: Asking): Promise<Found> => {
    const listed = rows.length > 1 ? await list({}, asking) : { rows: [], partial: true };
    const known = new Map(listed.rows.map((row) => [row.upstreamId, row]));
    const unknown = listed.partial ? keysOf(rows).filter((key) => !known.has(key)) : [];
    const single = await readEach(
      unknown,
      async (key, asked) => {
        const word = await unlessMissing(way.call(transmissionEndpoints.status, key, asked));
        return word === undefined ? undefined : { status: transmissionStatusOf(word) };
      },
      asking,
    );
    return columnsOf(rows, ['status'], ({ upstreamId: key }) => known.get(key) ?? single.get(key));
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
      ask(['attempts'], fromDetails),
      ask(['results'], fromSteps),
    ]);
    return together(...parts);
  };
}

type Rows = readonly Transmission[];
type Names = readonly string[];

function keysOf(rows: Rows): string[] {
  return rows.map(({ upstreamId }) => upstreamId);
}
