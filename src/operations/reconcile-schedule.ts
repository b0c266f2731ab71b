import type { WriteContext } from './write-context.js';
import type { OperationRecord } from './record.js';
import type { Reconciliation } from './reconciliation.js';

/** When a write of unknown outcome is looked at: milliseconds between looks. The fourth is behind all late effects. */
const RECONCILE_DELAYS_MS = [5000, 30_000, 120_000, 900_000, 3_600_000];
const PURGE_MS = 3_600_000;
const MAX_SWEPT = 1000;

export interface ReconcileSchedule {
  readonly add: (record: OperationRecord) => void;
  readonly stop: () => void;
}

/** Looks after writes of unknown outcome by itself: those of this process, and those that others left behind. */
export function startReconcileSchedule(
  { find, list }: Reconciliation,
  { store, warn, now }: WriteContext,
): ReconcileSchedule {
  const stopping = new AbortController();
  const timers = new Set<NodeJS.Timeout>();
  const runAfter = (delayMs: number, task: () => Promise<unknown>): void => {
    if (stopping.signal.aborted) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      task().catch((error: unknown) => {
        if (!stopping.signal.aborted) warn({ error }, 'looking after writes failed');
      });
    }, delayMs);
    timers.add(timer.unref());
  };
  const scheduleReconcile = (id: string, delayIndex: number): void => {
    const delay = RECONCILE_DELAYS_MS[delayIndex];
    if (delay === undefined) return;
    runAfter(delay, async () => {
      const record = await find(id, { signal: stopping.signal });
      // A write whose outcome could not be stored counts as in progress until its lease ends.
      if (record?.state === 'UNKNOWN' || record?.state === 'DISPATCHED') scheduleReconcile(id, delayIndex + 1);
    });
  };
  const sweep = async (): Promise<void> => {
    // First, so that a store that can't be reached now is swept later.
    runAfter(PURGE_MS, sweep);
    await store.purge(now());
    for (const { id } of await list({ states: ['UNKNOWN'], limit: MAX_SWEPT })) scheduleReconcile(id, 0);
  };
  runAfter(0, sweep);
  return {
    add: ({ id, mutation, upstream }) => {
      warn({ operation: id, mutation, upstream }, 'a write has an unknown outcome; the provider will be looked at');
      scheduleReconcile(id, 0);
    },
    stop: () => {
      stopping.abort(new Error('the gateway is closing'));
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
