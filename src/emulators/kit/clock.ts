/** The emulator's own time, so that a test can let a token expire without waiting. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly advance: (ms: number) => void;
}

export function createClock(): Clock {
  let ahead = 0;
  return { now: () => Date.now() + ahead, advance: (ms) => (ahead += ms) };
}
