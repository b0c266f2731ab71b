import type { Office } from './office.js';
import type { OperationRecord } from './record.js';
import type { Settling } from './settling.js';

/** When a write of unknown outcome is looked at, in milliseconds after it was lost. */
const LOOKS_MS = [5000, 30_000, 120_000, 600_000, 3_600_000];
const PURGE_MS = 3_600_000;
const MOST = 1000;

export interface Watch {
  readonly later: (record: OperationRecord) => void;
  readonly stop: () => void;
}

/** Looks after writes of unknown outcome by itself: those of this process, and those that others left behind. */
export function startWatch({ find, list }: Settling, { store, warn, now }: Office): Watch {
  const stopping = new AbortController();
  const timers = new Set<NodeJS.Timeout>();
  const after = (delayMs: number, act: () => Promise<unknown>): void => {
    if (stopping.signal.aborted) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      act().catch((error: unknown) => {
        if (!stopping.signal.aborted) warn({ error }, 'looking after writes failed');
      });
    }, delayMs);
    timers.add(timer.unref());
  };
  const look = (id: string, place: number): void => {
    const delay = LOOKS_MS[place];
    if (delay === undefined) return;
    after(delay, async () => {
      const record = await find(id, { signal: stopping.signal });
      // One whose end could not be kept is under way until its lease ends.
      if (record?.state === 'UNKNOWN' || record?.state === 'DISPATCHED') look(id, place + 1);
    });
  };
  const sweep = async (): Promise<void> => {
    // First, so that a store that can't be reached now is swept later.
    after(PURGE_MS, sweep);
    await store.purge(now());
    for (const { id } of await list({ states: ['UNKNOWN'], limit: MOST })) look(id, 0);
  };
  after(0, sweep);
  return {
    later: ({ id, mutation, upstream }) => {
      warn({ operation: id, mutation, upstream }, 'a write has an unknown outcome; the provider will be looked at');
      look(id, 0);
    },
    stop: () => {
      stopping.abort(new Error('the gateway is closing'));
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
