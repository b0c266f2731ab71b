import { onAbort } from './abort.js';
import type { CancelSignal } from './cancel-token.js';

/** Milliseconds since some fixed moment; never jumps back. */
export type Now = () => number;
/** Resolves after so many milliseconds, or rejects with the signal's reason as soon as that aborts. */
export type Sleep = (milliseconds: number, signal?: CancelSignal) => Promise<void>;

/** The clock for durations: deadlines, pauses, budgets. */
export const monotonicClock: Now = () => performance.now();

/** The clock for dates that others give: unix milliseconds. */
export const wallClock: Now = () => Date.now();

/**
 * Calls back when its time is up, and what has arrived by then was heard: where this process stood still, timers come
 * before the answers that lie in their sockets.
 */
export class Timer {
  readonly #timeout: NodeJS.Timeout;
  #onTime: (() => void) | undefined;

  constructor(milliseconds: number, onTime: () => void) {
    this.#onTime = onTime;
    this.#timeout = setTimeout(hearFirst, milliseconds, this);
  }

  /** Calls back now, unless it was stopped. */
  end(): void {
    const onTime = this.#onTime;
    this.stop();
    onTime?.();
  }

  stop(): void {
    clearTimeout(this.#timeout);
    this.#onTime = undefined;
  }
}

function hearFirst(timer: Timer): void {
  setImmediate(endTimer, timer);
}

function endTimer(timer: Timer): void {
  timer.end();
}

export const sleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const wake = (): void => {
      release();
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    const release = onAbort(signal, (reason) => {
      clearTimeout(timer);
      reject(reason);
    });
  });
