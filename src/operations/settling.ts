import type { Asking } from '../transport/exchange.js';
import type { Digest } from './intent.js';
import { isRecordId, KEPT_MS, type Office } from './office.js';
import type { OperationRecord, Settlement } from './record.js';
import type { RecordQuery } from './store.js';

/** What is learnt of writes after their own call has ended. */
export interface Settling {
  /** A record as it stands: what a process that is gone left behind is UNKNOWN, or, with nothing sent, gone too. */
  readonly judge: (record: OperationRecord) => Promise<OperationRecord | undefined>;
  /** Takes a look at the provider, where a write of unknown outcome left a trail. */
  readonly settle: (record: OperationRecord, asking: Asking) => Promise<OperationRecord>;
  /** The record with this id, with the newest that can be known; undefined when there is none. */
  readonly find: (id: string, asking: Asking) => Promise<OperationRecord | undefined>;
  /** Newest first. */
  readonly list: (query: RecordQuery) => Promise<readonly OperationRecord[]>;
  /** What a person says of a write whose outcome is unknown; undefined when it is not (any more). */
  readonly resolve: (
    record: OperationRecord,
    state: 'SUCCEEDED' | 'NOT_SENT',
    note: string | null,
  ) => Promise<OperationRecord | undefined>;
}

const RESOLVED = 'a person resolved a write of unknown outcome';

/** So many writes may be under way at once and still be looked through when a list is asked for. */
const UNDER_WAY = 10_000;

export function createSettling({ store, look, warn, now }: Office, digesting: () => Promise<Digest>): Settling {
  const settled = async (
    record: OperationRecord,
    settlement: Omit<Settlement, 'at'>,
    change: Partial<OperationRecord> = {},
  ): Promise<OperationRecord> => {
    const next: OperationRecord = {
      ...record,
      ...change,
      state: settlement.state,
      version: record.version + 1,
      finishedAt: record.finishedAt ?? now(),
      ...(settlement.state === 'UNKNOWN' ? {} : { expiresAt: now() + KEPT_MS }),
      settlements: [...record.settlements, { ...settlement, at: now() }],
    };
    if (await store.advance(next)) return next;
    // Someone else was quicker; what they wrote counts.
    return (await store.get(record.id)) ?? record;
  };

  /** Never looks again: the thing may be changed or deleted later, and would then look as if it had not been made. */
  const leave = async (record: OperationRecord): Promise<OperationRecord> => {
    const next = { ...record, trail: null, version: record.version + 1 };
    return (await store.advance(next)) ? next : ((await store.get(record.id)) ?? record);
  };

  const judge: Settling['judge'] = async (record) => {
    if (record.state !== 'RESERVED' && record.state !== 'DISPATCHED') return record;
    if (record.lease >= now() && !(await store.isGone(record.owner))) return record;
    if (record.state === 'DISPATCHED') {
      const message = 'The gateway stopped in the middle of it.';
      return settled(record, { state: 'UNKNOWN', by: 'restart', note: null }, { message });
    }
    await store.release(record);
    return undefined;
  };

  const settle: Settling['settle'] = async (record, asking) => {
    const { state, trail, upstream, dispatchedAt, lease } = record;
    if (state !== 'UNKNOWN' || !trail || dispatchedAt === null) return record;
    const looking = { ...asking, fresh: true, acting: undefined, digest: await digesting() };
    const verdict = await look(upstream, trail, looking).catch((error: unknown) => {
      warn({ error, operation: record.id }, 'a look at the provider failed; the outcome stays unknown');
      return { is: 'unknown', forGood: false } as const;
    });
    if (verdict.is === 'unknown') return verdict.forGood ? leave(record) : record;
    if (verdict.is === 'done') {
      const result = { ...record.result, ...verdict.result };
      return settled(record, { state: 'SUCCEEDED', by: 'look', note: null }, { result, message: null });
    }
    // What is known to be done of it stays done, whatever became of it since.
    if (isPartlyDone(record)) return record;
    // A server may still be busy with what it read: twice the time of the call itself must have passed.
    const quiet = dispatchedAt + 2 * (lease - dispatchedAt);
    if (now() < quiet) return record;
    return settled(record, { state: 'NOT_SENT', by: 'look', note: null });
  };

  return {
    judge,
    settle,
    find: async (id, asking) => {
      // A store need not bear any text as a key.
      const record = isRecordId(id) ? await store.get(id) : undefined;
      const judged = record && (await judge(record));
      return judged && settle(judged, asking);
    },
    list: async (query) => {
      const underWay = await store.list({ states: ['RESERVED', 'DISPATCHED'], limit: UNDER_WAY });
      await Promise.all(underWay.map(judge));
      return store.list(query);
    },
    resolve: async (record, state, note) => {
      if (record.state !== 'UNKNOWN') return undefined;
      const resolved = await settled(record, { state, by: 'person', note });
      if (resolved.state !== state) return undefined;
      warn({ operation: record.id, mutation: record.mutation, upstream: record.upstream, state, note }, RESOLVED);
      return resolved;
    },
  };
}

/** Whether something of a write is known to be done: its result names it. */
function isPartlyDone({ result }: OperationRecord): boolean {
  return Object.values(result ?? {}).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));
}
