import { compareKeys, type Sorting } from './order.js';

/** One source of a merge: its rows from its position on, in its order. */
export interface SourceStream<Row> {
  /** How many of its rows earlier pages have consumed. */
  readonly position: number;
  readonly pages: AsyncIterator<readonly Row[]>;
  /** Called once when the stream fails. Rows that came before it stay. If it throws, the whole merge fails. */
  readonly onFailure: (error: unknown) => void;
}

export interface MergedRows<Row> {
  readonly rows: readonly Row[];
  /** For each row, the index of its stream. */
  readonly origins: readonly number[];
  readonly hasMore: boolean;
}

interface StreamHead<Row> {
  readonly stream: SourceStream<Row>;
  rows: readonly Row[];
  index: number;
  /** Rows given out, earlier pages included: the rank of the row at its head. */
  rank: number;
  key: string | undefined;
  isEnded: boolean;
}

/**
 * The first `count` rows of all streams together. Sorted by the asked key, then by stream; without a key the
 * streams take turns, so that each page shows something of every source and no source is read further than needed.
 */
export async function mergeSources<Row>(
  streams: ReadonlyArray<SourceStream<Row>>,
  count: number,
  sorting: Sorting<Row> | undefined,
): Promise<MergedRows<Row>> {
  const heads = streams.map((stream): StreamHead<Row> => ({
    stream,
    rows: [],
    index: 0,
    rank: stream.position,
    key: undefined,
    isEnded: false,
  }));
  const loadKey = (head: StreamHead<Row>): void => {
    const row = head.rows[head.index];
    head.key = sorting && row ? sorting.key(row) : undefined;
  };
  const rows: Row[] = [];
  const origins: number[] = [];
  await fillHeads(heads, loadKey);
  while (rows.length < count) {
    const origin = pickNext(heads, sorting);
    const head = heads[origin];
    const row = head?.rows[head.index];
    if (!head || row === undefined) break;
    rows.push(row);
    origins.push(origin);
    head.index += 1;
    head.rank += 1;
    // Only an empty buffer is awaited, so that there is no await for each row.
    if (head.index < head.rows.length) loadKey(head);
    else await fillHead(head, loadKey);
  }
  return { rows, origins, hasMore: heads.some((head) => head.index < head.rows.length) };
}

function pickNext<Row>(heads: ReadonlyArray<StreamHead<Row>>, sorting: Sorting<Row> | undefined): number {
  // Of one alone it is its turn.
  if (heads.length === 1) return 0;
  let best = -1;
  for (let index = 0; index < heads.length; index += 1) {
    const head = heads[index];
    if (!head || head.index >= head.rows.length) continue;
    // Not at -1: a place that no array has takes the engine longer than all the rest.
    const leader = best < 0 ? undefined : heads[best];
    if (!leader || comesBefore(head, leader, sorting)) best = index;
  }
  return best;
}

/** Strictly before: of equal rows, that of the earlier stream comes first. */
function comesBefore<Row>(head: StreamHead<Row>, leader: StreamHead<Row>, sorting: Sorting<Row> | undefined): boolean {
  if (!sorting) return head.rank < leader.rank;
  return compareKeys(head.key, leader.key, sorting) < 0;
}

async function fillHeads<Row>(
  heads: ReadonlyArray<StreamHead<Row>>,
  load: (head: StreamHead<Row>) => void,
): Promise<void> {
  await Promise.all(heads.map((head) => fillHead(head, load)));
}

/** Reads until the head has a row or its stream ends. */
async function fillHead<Row>(head: StreamHead<Row>, load: (head: StreamHead<Row>) => void): Promise<void> {
  while (!head.isEnded && head.index >= head.rows.length) {
    try {
      const next = await head.stream.pages.next();
      head.isEnded = next.done === true;
      if (!next.done) head.rows = next.value;
    } catch (error) {
      head.isEnded = true;
      head.stream.onFailure(error);
    }
    head.index = head.isEnded ? head.rows.length : 0;
  }
  load(head);
}
