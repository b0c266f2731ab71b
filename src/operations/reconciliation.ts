import type { CallOptions } from '../transport/exchange.js';
import type { Digest } from './intent.js';
import { publishWriteEnd } from './write-channel.js';
import { guardStore, isRecordId, RETENTION_MS, type WriteContext } from './write-context.js';
import type { OperationRecord, Settlement } from './record.js';
import type { RecordQuery } from './store.js';

/** What is learnt of writes after their own call has ended. */
export interface Reconciliation {
  /** A record as it stands: what a process that is gone left behind is UNKNOWN, or, with nothing sent, gone too. */
  readonly resolveAbandoned: (record: OperationRecord) => Promise<OperationRecord | undefined>;
  /** Asks the provider about a write of unknown outcome that left a recovery hint. */
  readonly reconcile: (record: OperationRecord, callOptions: CallOptions) => Promise<OperationRecord>;
  /** The record with this id, with the newest that can be known; undefined when there is none. */
  readonly find: (
    id: string,
    callOptions: CallOptions,
    upstreams?: ReadonlySet<string>,
  ) => Promise<OperationRecord | undefined>;
  /** Newest first. */
  readonly list: (query: RecordQuery) => Promise<readonly OperationRecord[]>;
  /** What a person says of a write whose outcome is unknown; undefined when it is not (any more). */
  readonly resolve: (
    record: OperationRecord,
    state: 'SUCCEEDED' | 'NOT_SENT',
    note: string | null,
  ) => Promise<OperationRecord | undefined>;
}

const RESOLVED_MESSAGE = 'a person resolved a write of unknown outcome';

/** How long after its dispatch a write that its provider may keep in a queue can still be done. */
const QUEUED_EFFECT_MS = 15 * 60_000;

/** So many writes may be under way at once and still be looked through when a list is asked for. */
const MAX_IN_PROGRESS = 10_000;

export function createReconciliation(
  { store: unguardedStore, reconciler, warn, now }: WriteContext,
  loadDigest: () => Promise<Digest>,
  markAccount: (upstream: string, callOptions: CallOptions) => Promise<string | undefined>,
): Reconciliation {
  const store = guardStore(unguardedStore);
  const saveSettlement = async (
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
      ...(settlement.state === 'UNKNOWN' ? {} : { expiresAt: now() + RETENTION_MS }),
      settlements: [...record.settlements, { ...settlement, at: now() }],
    };
    if (await store.update(next)) {
      publishWriteEnd(next);
      return next;
    }
    // Someone else was quicker; what they wrote counts.
    return (await store.get(record.id)) ?? record;
  };

  /**
   * The provider is not read again: a thing that is changed or deleted later would look as if it had never been
   * created.
   */
  const dropRecoveryHint = async (record: OperationRecord): Promise<OperationRecord> => {
    const next = { ...record, trail: null, version: record.version + 1 };
    return (await store.update(next)) ? next : ((await store.get(record.id)) ?? record);
  };

  const resolveAbandoned: Reconciliation['resolveAbandoned'] = async (record) => {
    if (record.state !== 'RESERVED' && record.state !== 'DISPATCHED') return record;
    if (record.lease >= now() && !(await store.isGone(record.owner))) return record;
    if (record.state === 'DISPATCHED') {
      const message = 'The gateway stopped in the middle of it.';
      return saveSettlement(record, { state: 'UNKNOWN', by: 'restart', note: null }, { message });
    }
    await store.release(record);
    return undefined;
  };

  const reconcile: Reconciliation['reconcile'] = async (record, callOptions) => {
    const { state, trail, upstream, dispatchedAt, lease } = record;
    if (state !== 'UNKNOWN' || !trail || dispatchedAt === null) return record;
    // In another account nothing would be seen of it, which would look as if it had not been done.
    if ((await markAccount(upstream, callOptions)) !== record.account) return record;
    const context = { ...callOptions, bypassCache: true, onDispatch: undefined, digest: await loadDigest() };
    const verdict = await reconciler(upstream, trail, context).catch((error: unknown) => {
      warn({ error, operation: record.id }, 'a look at the provider failed; the outcome stays unknown');
      return { is: 'unknown', forGood: false } as const;
    });
    if (verdict.is === 'unknown') return verdict.forGood ? dropRecoveryHint(record) : record;
    if (verdict.is === 'done') {
      const result = { ...record.result, ...verdict.result };
      return saveSettlement(record, { state: 'SUCCEEDED', by: 'look', note: null }, { result, message: null });
    }
    // What is known to be done of it stays done, whatever became of it since.
    if (isPartlyDone(record)) return record;
    // A server may still be busy with what it read: twice the time of the call itself must have passed.
    const callMs = 2 * (lease - dispatchedAt);
    const quietFrom = dispatchedAt + (verdict.isSynchronous ? callMs : Math.max(callMs, QUEUED_EFFECT_MS));
    if (now() < quietFrom) return { ...record, message: describeOpenLook(record, now(), quietFrom) };
    return saveSettlement(record, { state: 'NOT_SENT', by: 'look', note: null });
  };

  return {
    resolveAbandoned,
    reconcile,
    find: async (id, callOptions, upstreams) => {
      // A store need not bear any text as a key.
      const record = isRecordId(id) ? await store.get(id) : undefined;
      // Before anything is asked of the provider.
      if (record && upstreams && !upstreams.has(record.upstream)) return undefined;
      const current = record && (await resolveAbandoned(record));
      return current && reconcile(current, callOptions);
    },
    list: async (query) => {
      const inProgress = await store.list({ states: ['RESERVED', 'DISPATCHED'], limit: MAX_IN_PROGRESS });
      await Promise.all(inProgress.map(resolveAbandoned));
      return store.list(query);
    },
    resolve: async (record, state, note) => {
      if (record.state !== 'UNKNOWN') return undefined;
      // As it is stored: what a look says of the hour is for the answer alone.
      const stored = (await store.get(record.id)) ?? record;
      if (stored.version !== record.version) return undefined;
      const resolved = await saveSettlement(stored, { state, by: 'person', note });
      if (resolved.state !== state) return undefined;
      warn(
        { operation: record.id, mutation: record.mutation, upstream: record.upstream, state, note },
        RESOLVED_MESSAGE,
      );
      return resolved;
    },
  };
}

/** Whether something of a write is known to be done: its result names it. */
function isPartlyDone({ result }: OperationRecord): boolean {
  return Object.values(result ?? {}).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));
}

/** Why a write that the provider does not show is still of unknown outcome, and from when on that can be told. */
function describeOpenLook({ message }: OperationRecord, now: number, quietFrom: number): string {
  const [lookedAt, provedAt] = [now, Math.ceil(quietFrom / 1000) * 1000].map((time) => new Date(time).toISOString());
  const why = message === null ? '' : `${message.replace(/\.$/, '')}; `;
  return `${why}at ${lookedAt} the provider showed nothing of it, but may still do it: ask again from ${provedAt} on`;
}
