import type { Request } from '../transport/exchange.js';
import type { Intent, Outcome, Sent } from './intent.js';
import { judgeSent, judgeThrown, type Judgement } from './judge.js';
import { kept, KEPT_MS, Unkept, UNSETTLED_MS, type Office } from './office.js';
import { refused, UNKEPT, unknown } from './outcome.js';
import type { JsonObject, OperationRecord, OperationState, Trail } from './record.js';

/** A write from its begin to its end, in this process. */
export interface Entry {
  /** Keeps that a request of it is about to leave; rejects where that can't be kept, or the write is over. */
  readonly keep: () => Promise<void>;
  /** Counts a request that leaves now. Throws where the write is over: its outcome was judged without this one. */
  readonly leave: (request: Request) => void;
  readonly remember: (trail: Trail) => void;
  /** Keeps what came of it, then tells. Throws what is a bug of ours, where nothing was sent. */
  readonly finish: <Result extends JsonObject>(sent: Sent<Result> | Error) => Promise<Outcome<Result>>;
}

/** What a call may take beyond its deadline until it is surely over. */
const MARGIN_MS = 5000;

/** `isKept`: the record is in the store already; else it is put there before the first byte leaves. */
export function createEntry(begun: OperationRecord, isKept: boolean, { timeoutMs }: Intent, office: Office): Entry {
  const { store, now, warn } = office;
  const acts = new Set<string>();
  let record = begun;
  let there = isKept;
  let over = false;
  let trail: Trail | null = null;
  let saving: Promise<void> = Promise.resolve();
  /** What the store may hold though it said that it failed. */
  let doubtful: OperationRecord | undefined;

  const save = async (change: Partial<OperationRecord>): Promise<void> => {
    const next = { ...record, ...change, version: record.version + 1 };
    doubtful = next;
    const saved = there ? await kept(store.advance(next)) : (await kept(store.claim(next))) === undefined;
    doubtful = undefined;
    // Another process took it for dead.
    if (!saved) throw new Unkept(new Error('the record was changed by another process'));
    [record, there] = [next, true];
  };

  const end = (state: OperationState, change: Partial<OperationRecord> = {}): Promise<void> =>
    save({ ...change, state, finishedAt: now(), expiresAt: now() + (state === 'UNKNOWN' ? UNSETTLED_MS : KEPT_MS) });

  /** As if it had never been, so that its key can be used again. */
  const release = async (): Promise<void> => {
    const versions = [...(doubtful ? [doubtful] : []), ...(there ? [record] : [])];
    await kept(Promise.all(versions.map((version) => store.release(version)))).catch((error: unknown) => {
      warn({ error, operation: record.id }, 'a write that was not begun could not be taken back; its lease will end');
    });
  };

  const refuseIfOver = (): void => {
    if (over) throw new Error('this write is over: nothing more of it may be sent');
  };

  const lost = async <Result extends JsonObject>(
    message: string,
    sent: Sent<Result> | undefined,
  ): Promise<Outcome<Result>> => {
    const { result = null, mistakes = [] } = sent ?? {};
    await end('UNKNOWN', { result, mistakes, message }).catch((error: unknown) => {
      warn({ error, operation: record.id }, 'an unknown outcome could not be kept; its lease will tell');
    });
    return unknown(record, result, mistakes, message);
  };

  const conclude = async <Result extends JsonObject>(judged: Judgement<Result>): Promise<Outcome<Result>> => {
    switch (judged.is) {
      case 'done': {
        const { result, mistakes = [] } = judged.sent;
        try {
          if (there) await end('SUCCEEDED', { result, mistakes });
        } catch (error) {
          // The provider did it and we can't prove it: saying so would let the same key send again after a restart.
          warn({ error, operation: record.id }, 'a write was done, but that could not be kept');
          return unknown(record, result, mistakes, 'It was done, but the gateway could not keep that.');
        }
        return { is: 'done', record, result, mistakes, replayed: false };
      }
      case 'invalid':
        await release();
        return { is: 'rejected', mistakes: judged.mistakes, replayed: false };
      case 'rejected':
        if (acts.size === 0) await release();
        else await endOrWarn('REJECTED', { mistakes: judged.mistakes });
        return { is: 'rejected', mistakes: judged.mistakes, replayed: false };
      case 'notSent':
        if (acts.size === 0) await release();
        else await endOrWarn('NOT_SENT', { message: judged.failure.message });
        return { is: 'failed', failure: judged.failure };
      case 'unknown':
        return lost(judged.failure.message, judged.sent);
    }
  };

  const endOrWarn = (state: OperationState, change: Partial<OperationRecord>): Promise<void> =>
    end(state, change).catch((error: unknown) => {
      warn({ error, operation: record.id }, 'an end could not be kept; the write will be told as unknown');
    });

  return {
    keep: () => {
      // One after the other: parts of one write go out side by side, and each waits for what is kept.
      const turn = saving.then(async () => {
        refuseIfOver();
        const until = now() + timeoutMs;
        if (record.state !== 'RESERVED' && record.lease >= until) return;
        const dispatchedAt = record.dispatchedAt ?? now();
        const expiresAt = now() + UNSETTLED_MS;
        await save({ state: 'DISPATCHED', dispatchedAt, lease: until + MARGIN_MS, expiresAt, trail });
      });
      saving = turn.catch(() => undefined);
      return turn;
    },
    leave: (request) => {
      refuseIfOver();
      acts.add(`${request.method} ${request.path} ${String(request.body ?? '')}`);
    },
    remember: (left) => {
      trail = left;
    },
    finish: async (sent) => {
      over = true;
      // What is being kept for a request that was given up meanwhile would else come after the end.
      await saving;
      if (!(sent instanceof Error)) return conclude(judgeSent(sent));
      if (sent instanceof Unkept && acts.size === 0) {
        warn({ error: sent.cause, operation: record.id }, 'the operation store failed; nothing was sent');
        await release();
        return refused('UNAVAILABLE', UNKEPT);
      }
      if (sent instanceof Unkept) return lost('The gateway could not keep what it did, and stopped.', undefined);
      try {
        return await conclude(judgeThrown(sent, acts.size));
      } catch (bug) {
        if (acts.size > 0) {
          // Thrown, it would hide that something may have been done.
          warn({ error: bug, operation: record.id }, 'a write broke off in the middle');
          return lost('The gateway failed in the middle of it.', undefined);
        }
        await release();
        throw bug;
      }
    },
  };
}
