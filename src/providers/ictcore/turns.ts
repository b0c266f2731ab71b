import { ProviderFailure } from '../../transport/failure.js';

/** What acts on one thing at a time, in this process. */
export interface Turns {
  /** Does what is about one thing in turn: who comes later sees what the earlier one did. */
  readonly inTurn: <Value>(key: string, act: () => Promise<Value>) => Promise<Value>;
  /** The answer to a call that acts; where none comes, the thing is in doubt for a while. */
  readonly awaited: <Answer>(key: string, answer: Promise<Answer>) => Promise<Answer>;
  /** Whether a call without an answer may still be carried out. */
  readonly isInDoubt: (key: string) => boolean;
  /** Tells that what was answered is carried out in the background, for as long at most as a call without an answer. */
  readonly begun: (key: string) => void;
  readonly isBegun: (key: string) => boolean;
  readonly ended: (key: string) => void;
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
  const begun = new Map<string, number>();
  const isIn = (times: ReadonlyMap<string, number>, key: string): boolean => (times.get(key) ?? 0) > now();
  const put = (times: Map<string, number>, key: string): void => {
    for (const [each, until] of times) if (until <= now()) times.delete(each);
    times.set(key, now() + doubtMs);
  };
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
        if (error instanceof ProviderFailure && error.sent === 'unknown') put(doubts, key);
        throw error;
      }
    },
    isInDoubt: (key) => isIn(doubts, key),
    begun: (key) => {
      put(begun, key);
    },
    isBegun: (key) => isIn(begun, key),
    ended: (key) => void begun.delete(key),
  };
}
