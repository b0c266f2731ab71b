import { compareKeys, type Sorting } from './order.js';

/** One source of a merge: its rows from its mark on, in its order. */
export interface Stream<Row> {
  /** How many of its rows earlier pages have consumed. */
  readonly mark: number;
  readonly pages: AsyncIterator<readonly Row[]>;
  /** Called once when the stream fails; what came before stays. Throw to give the whole merge up. */
  readonly failed: (error: unknown) => void;
}

export interface Merged<Row> {
  readonly rows: readonly Row[];
  /** For each row, which stream it came from. */
  readonly origins: readonly number[];
  readonly more: boolean;
}

interface Head<Row> {
  readonly stream: Stream<Row>;
  rows: readonly Row[];
  at: number;
  /** Rows given out, earlier pages included: the rank of the row at its head. */
  rank: number;
  key: string | undefined;
  ended: boolean;
}

/**
 * The first `count` rows of all streams together. Sorted by the asked key, then by stream; without a key the
 * streams take turns, so that each page shows something of every source and no source is read further than needed.
 */
export async function merge<Row>(
  streams: ReadonlyArray<Stream<Row>>,
  count: number,
  sorting: Sorting<Row> | undefined,
): Promise<Merged<Row>> {
  const heads = streams.map((stream): Head<Row> => ({
    stream,
    rows: [],
    at: 0,
    rank: stream.mark,
    key: undefined,
    ended: false,
  }));
  const load = (head: Head<Row>): void => {
    const row = head.rows[head.at];
    head.key = sorting && row ? sorting.key(row) : undefined;
  };
  const rows: Row[] = [];
  const origins: number[] = [];
  await fillAll(heads, load);
  while (rows.length < count) {
    const origin = pick(heads, sorting);
    const head = heads[origin];
    const row = head?.rows[head.at];
    if (!head || row === undefined) break;
    rows.push(row);
    origins.push(origin);
    head.at += 1;
    head.rank += 1;
    // Only an empty buffer has to be waited for: no await for each row.
    if (head.at < head.rows.length) load(head);
    else await fill(head, load);
  }
  return { rows, origins, more: heads.some((head) => head.at < head.rows.length) };
}

function pick<Row>(heads: ReadonlyArray<Head<Row>>, sorting: Sorting<Row> | undefined): number {
  let best = -1;
  for (const [index, head] of heads.entries()) {
    if (head.at >= head.rows.length) continue;
    const leader = heads[best];
    if (!leader || before(head, leader, sorting)) best = index;
  }
  return best;
}

/** Strictly before: of equals the earlier stream keeps the lead. */
function before<Row>(head: Head<Row>, leader: Head<Row>, sorting: Sorting<Row> | undefined): boolean {
  if (!sorting) return head.rank < leader.rank;
  return compareKeys(head.key, leader.key, sorting) < 0;
}

async function fillAll<Row>(heads: ReadonlyArray<Head<Row>>, load: (head: Head<Row>) => void): Promise<void> {
  await Promise.all(heads.map((head) => fill(head, load)));
}

/** Reads on until the head has a row or its stream ends. */
async function fill<Row>(head: Head<Row>, load: (head: Head<Row>) => void): Promise<void> {
  while (!head.ended && head.at >= head.rows.length) {
    try {
      const next = await head.stream.pages.next();
      head.ended = next.done === true;
      if (!next.done) head.rows = next.value;
    } catch (error) {
      head.ended = true;
      head.stream.failed(error);
    }
    head.at = head.ended ? head.rows.length : 0;
  }
  load(head);
}
