import type { OperationRecord, OperationState } from './record.js';
import { OPERATION_STATES } from './record-json.js';
import type { RecordQuery } from './store.js';

/** What a store must be able to look up so that its records can be listed. */
export interface RecordIndex {
  /** Up to `count` ids of the records in one of these states, newest first, all below `before`; seen at one moment. */
  readonly newestIds: (
    states: readonly OperationState[],
    before: string | undefined,
    count: number,
  ) => Promise<string[]>;
  /** The records of these ids, as far as they are still there. */
  readonly readRecords: (ids: readonly string[]) => Promise<readonly OperationRecord[]>;
}

// Few enough that one read of the store delays no other request, and many enough that a rare upstream takes few reads.
const CHUNK_SIZE = 500;

/** The records that match a query, newest first. They are found by state and read in batches of bounded size. */
export async function listNewestRecords(query: RecordQuery, index: RecordIndex): Promise<readonly OperationRecord[]> {
  const { states = OPERATION_STATES, upstreams, limit } = query;
  const found: OperationRecord[] = [];
  for (let { before } = query; found.length < limit;) {
    const count = upstreams ? CHUNK_SIZE : Math.min(limit - found.length, CHUNK_SIZE);
    const ids = await index.newestIds(states, before, count);
    const records = await index.readRecords(ids);
    // A record may have moved on since its id was looked up.
    found.push(...records.filter(({ state }) => states.includes(state)).filter(isOfUpstreams(upstreams)));
    if (ids.length < count) break;
    before = ids.at(-1);
  }
  return found.slice(0, Math.max(limit, 0));
}

/** The first `count` of several lists of ids, newest first. */
export function mergeNewestIds(lists: ReadonlyArray<readonly string[]>, count: number): string[] {
  return lists
    .flat()
    .sort((left, right) => (left < right ? 1 : -1))
    .slice(0, count);
}

function isOfUpstreams(upstreams: readonly string[] | undefined): (record: OperationRecord) => boolean {
  return ({ upstream }) => !upstreams || upstreams.includes(upstream);
}
