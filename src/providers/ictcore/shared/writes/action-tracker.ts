import { ProviderFailure } from '../../../../transport/failure.js';

/** Keeps actions on one thing from running at once, and remembers those without a known end. It knows of this process only. */
export interface ActionTracker {
  /** Runs actions on the same key one after the other, so that each sees what the one before did. */
  readonly runExclusive: <Value>(key: string, act: () => Promise<Value>) => Promise<Value>;
  /** Waits for the answer to an action. Where none comes, the outcome on this key is unknown for the length of the window. */
  readonly trackOutcome: <Answer>(key: string, answer: Promise<Answer>) => Promise<Answer>;
  /** Whether the server may still carry out an action that got no answer. */
  readonly isOutcomeUnknown: (key: string) => boolean;
  /** Notes an action that the server has answered and carries out in the background: it counts as started for the length of the window. */
  readonly markStarted: (key: string) => void;
  readonly isStarted: (key: string) => boolean;
  readonly clearStarted: (key: string) => void;
}

export interface OutcomeWindow {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long the server may still carry out a request that got no answer. */
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
