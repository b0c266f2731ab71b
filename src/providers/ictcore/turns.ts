import { ProviderFailure } from '../../transport/failure.js';

/** What acts on one thing at a time, in this process. */
export interface Turns {
  /** Does what is about one thing in turn: who comes later sees what the earlier one did. */
  readonly inTurn: <Value>(key: string, act: () => Promise<Value>) => Promise<Value>;
  /** The answer to a call that acts; where none comes, the thing is in doubt for a while. */
  readonly awaited: <Answer>(key: string, answer: Promise<Answer>) => Promise<Answer>;
  /** Whether a call without an answer may still be carried out. */
  readonly isInDoubt: (key: string) => boolean;
}

export interface Doubt {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long a request that got no answer may still be carried out. */
  readonly doubtMs: number;
}

export function createTurns({ now, doubtMs }: Doubt): Turns {
  const last = new Map<string, Promise<void>>();
  const doubts = new Map<string, number>();
  return {
    inTurn: (key, act) => {
      const turn = (last.get(key) ?? Promise.resolve()).then(act);
      const over = turn.then(
        () => undefined,
        () => undefined,
      );
      last.set(key, over);
      void over.then(() => {
        if (last.get(key) === over) last.delete(key);
      });
      return turn;
    },
    awaited: async (key, answer) => {
      try {
        return await answer;
      } catch (error) {
        for (const [each, until] of doubts) if (until <= now()) doubts.delete(each);
        if (error instanceof ProviderFailure && error.sent === 'unknown') doubts.set(key, now() + doubtMs);
        throw error;
      }
    },
    isInDoubt: (key) => (doubts.get(key) ?? 0) > now(),
  };
}
