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
