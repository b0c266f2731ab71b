import { ProviderFailure } from '../../../../transport/failure.js';

/** What acts on one thing at a time, in this process. */
export interface ActionTracker {
  /** Does what is about one thing in turn: who comes later sees what the earlier one did. */
  readonly runExclusive: <Value>(key: string, act: () => Promise<Value>) => Promise<Value>;
  /** The answer to a call that acts; where none comes, the thing is in doubt for a while. */
  readonly trackOutcome: <Answer>(key: string, answer: Promise<Answer>) => Promise<Answer>;
  /** Whether a call without an answer may still be carried out. */
  readonly isOutcomeUnknown: (key: string) => boolean;
  /** Tells that what was answered is carried out in the background, for as long at most as a call without an answer. */
  readonly markStarted: (key: string) => void;
  readonly isStarted: (key: string) => boolean;
  readonly clearStarted: (key: string) => void;
}

export interface OutcomeWindow {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long a request that got no answer may still be carried out. */
  readonly windowMs: number;
}

export function createActionTracker({ now, windowMs }: OutcomeWindow): ActionTracker {
  const queueTails = new Map<string, Promise<void>>();
  const unknownUntil = new Map<string, number>();
  const startedUntil = new Map<string, number>();
  const isActive = (times: ReadonlyMap<string, number>, key: string): boolean => (times.get(key) ?? 0) > now();
  const setExpiry = (times: Map<string, number>, key: string): void => {
    for (const [staleKey, until] of times) if (until <= now()) times.delete(staleKey);
    times.set(key, now() + windowMs);
  };
  return {
    runExclusive: (key, act) => {
      const run = (queueTails.get(key) ?? Promise.resolve()).then(act);
      const finished = run.then(
        () => undefined,
        () => undefined,
      );
      queueTails.set(key, finished);
      void finished.then(() => {
        if (queueTails.get(key) === finished) queueTails.delete(key);
      });
      return run;
    },
    trackOutcome: async (key, answer) => {
      try {
        return await answer;
      } catch (error) {
        if (error instanceof ProviderFailure && error.sent === 'unknown') setExpiry(unknownUntil, key);
        throw error;
      }
    },
    isOutcomeUnknown: (key) => isActive(unknownUntil, key),
    markStarted: (key) => {
      setExpiry(startedUntil, key);
    },
    isStarted: (key) => isActive(startedUntil, key),
    clearStarted: (key) => void startedUntil.delete(key),
  };
}
