import type { UpstreamRequest } from '../transport/exchange.js';
import type { Intent, Outcome, ProviderWriteResult } from './intent.js';
import { classifyResult, classifyError, type ClassifiedOutcome } from './classify-outcome.js';
import { fromStore, RETENTION_MS, StoreUnavailable, UNKNOWN_RETENTION_MS, type WriteContext } from './write-context.js';
import { refusedOutcome, STORE_UNAVAILABLE_MESSAGE, unknownOutcome } from './outcome.js';
import type { JsonObject, OperationRecord, OperationState, RecoveryHint } from './record.js';

/** A write from its begin to its end, in this process. */
export interface WriteLifecycle {
  readonly written: Pick<OperationRecord, 'mutation' | 'upstream'>;
  /** Stores that a request of this write is about to be sent; rejects if that cannot be stored or the write is over. */
  readonly recordDispatch: () => Promise<void>;
  /**
   * Counts a request that is sent now. Throws if the write is over: its outcome was classified without this request.
   */
  readonly countRequest: (request: UpstreamRequest) => void;
  readonly recordRecoveryHint: (hint: RecoveryHint) => void;
  /** Stores the outcome and then returns it. Throws an error that is a bug of the gateway if nothing was sent. */
  readonly finish: <Result extends JsonObject>(sent: ProviderWriteResult<Result> | Error) => Promise<Outcome<Result>>;
}

/** What a call may take beyond its deadline until it is surely over. */
const LEASE_MARGIN_MS = 5000;

/** `isKept`: the record is in the store already; else it is put there before the first byte leaves. */
export function createWriteLifecycle(
  initial: OperationRecord,
  isAlreadyStored: boolean,
  { timeoutMs }: Intent,
  context: WriteContext,
): WriteLifecycle {
  const { store, now, warn } = context;
  const sentRequests = new Set<string>();
  let record = initial;
  let isStored = isAlreadyStored;
  let isFinished = false;
  let recoveryHint: RecoveryHint | null = null;
  let saving: Promise<void> = Promise.resolve();
  /** What the store may hold though it said that it failed. */
  let possiblyStored: OperationRecord | undefined;

  const save = async (change: Partial<OperationRecord>): Promise<void> => {
    const next = { ...record, ...change, version: record.version + 1 };
    possiblyStored = next;
    const isSaved = isStored
      ? await fromStore(store.update(next))
      : (await fromStore(store.insert(next))) === undefined;
    possiblyStored = undefined;
    // Another process took it for dead.
    if (!isSaved) throw new StoreUnavailable(new Error('the record was changed by another process'));
    [record, isStored] = [next, true];
  };

  const saveEnd = (state: OperationState, change: Partial<OperationRecord> = {}): Promise<void> =>
    save({
      ...change,
      state,
      finishedAt: now(),
      expiresAt: now() + (state === 'UNKNOWN' ? UNKNOWN_RETENTION_MS : RETENTION_MS),
    });

  /** As if it had never been, so that its key can be used again. */
  const release = async (): Promise<void> => {
    const versions = [...(possiblyStored ? [possiblyStored] : []), ...(isStored ? [record] : [])];
    await fromStore(Promise.all(versions.map((version) => store.release(version)))).catch((error: unknown) => {
      warn({ error, operation: record.id }, 'a write that was not begun could not be taken back; its lease will end');
    });
  };

  const throwIfFinished = (): void => {
    if (isFinished) throw new Error('this write is over: nothing more of it may be sent');
  };

  const finishAsUnknown = async <Result extends JsonObject>(
    message: string,
    sent: ProviderWriteResult<Result> | undefined,
  ): Promise<Outcome<Result>> => {
    const { result = null, mistakes = [] } = sent ?? {};
    await saveEnd('UNKNOWN', { result, mistakes, message }).catch((error: unknown) => {
      warn({ error, operation: record.id }, 'an unknown outcome could not be kept; its lease will tell');
    });
    return unknownOutcome(record, result, mistakes, message);
  };

  const conclude = async <Result extends JsonObject>(
    classified: ClassifiedOutcome<Result>,
  ): Promise<Outcome<Result>> => {
    switch (classified.is) {
      case 'done': {
        const { result, mistakes = [] } = classified.sent;
        try {
          if (isStored) await saveEnd('SUCCEEDED', { result, mistakes });
        } catch (error) {
          // The provider did it and we can't prove it: saying so would let the same key send again after a restart.
          warn({ error, operation: record.id }, 'a write was done, but that could not be kept');
          return unknownOutcome(record, result, mistakes, 'It was done, but the gateway could not keep that.');
        }
        return { is: 'done', record, result, mistakes, replayed: false };
      }
      case 'invalid':
        await release();
        return { is: 'rejected', mistakes: classified.mistakes, replayed: false };
      case 'rejected':
        if (sentRequests.size === 0) await release();
        else await saveEndOrWarn('REJECTED', { mistakes: classified.mistakes });
        return { is: 'rejected', mistakes: classified.mistakes, replayed: false };
      case 'notSent':
        if (sentRequests.size === 0) await release();
        else await saveEndOrWarn('NOT_SENT', { message: classified.failure.message });
        return { is: 'failed', failure: classified.failure };
      case 'unknown':
        return finishAsUnknown(classified.failure.message, classified.sent);
    }
  };

  const saveEndOrWarn = (state: OperationState, change: Partial<OperationRecord>): Promise<void> =>
    saveEnd(state, change).catch((error: unknown) => {
      warn({ error, operation: record.id }, 'an end could not be kept; the write will be told as unknown');
    });

  return {
    written: initial,
    recordDispatch: () => {
      // Stored one after the other: parts of one write are sent in parallel, and each waits until its dispatch is
      // stored.
      const dispatch = saving.then(async () => {
        throwIfFinished();
        const deadline = now() + timeoutMs;
        if (record.state !== 'RESERVED' && record.lease >= deadline) return;
        const dispatchedAt = record.dispatchedAt ?? now();
        const expiresAt = now() + UNKNOWN_RETENTION_MS;
        await save({
          state: 'DISPATCHED',
          dispatchedAt,
          lease: deadline + LEASE_MARGIN_MS,
          expiresAt,
          trail: recoveryHint,
        });
      });
      saving = dispatch.catch(() => undefined);
      return dispatch;
    },
    countRequest: (request) => {
      throwIfFinished();
      sentRequests.add(`${request.method} ${request.path} ${String(request.body ?? '')}`);
    },
    recordRecoveryHint: (hint) => {
      recoveryHint = hint;
    },
    finish: async (sent) => {
      isFinished = true;
      // Otherwise a dispatch that is still being stored for an abandoned request would be stored after the outcome.
      await saving;
      if (!(sent instanceof Error)) return conclude(classifyResult(sent));
      if (sent instanceof StoreUnavailable && sentRequests.size === 0) {
        warn({ error: sent.cause, operation: record.id }, 'the operation store failed; nothing was sent');
        await release();
        return refusedOutcome('UNAVAILABLE', STORE_UNAVAILABLE_MESSAGE);
      }
      if (sent instanceof StoreUnavailable)
        return finishAsUnknown('The gateway could not keep what it did, and stopped.', undefined);
      try {
        return await conclude(classifyError(sent, sentRequests.size));
      } catch (bug) {
        if (sentRequests.size > 0) {
          // Thrown, it would hide that something may have been done.
          warn({ error: bug, operation: record.id }, 'a write broke off in the middle');
          return finishAsUnknown('The gateway failed in the middle of it.', undefined);
        }
        await release();
        throw bug;
      }
    },
  };
}
