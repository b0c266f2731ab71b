import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { memoryUsage } from 'node:process';

/** What a process felt since the last time it was asked. */
export interface ProcessLoad {
  /** Longest time that nothing else got its turn, in milliseconds. */
  readonly stallMs: number;
  /** Highest resident set since the start, in megabytes. */
  readonly rssMb: number;
}

/** To ask the system for it takes a part of a millisecond, which must not be counted as the load of what is measured. */
const RSS_EVERY_MS = 20;

/** Watches this process from now on, and tells whoever started it how it fares, each time that it asks. */
export function reportProcessLoad(): void {
  let rss = 0;
  let longest = 0;
  let last = performance.now();
  // Finer than the histogram of perf_hooks, whose resolution is a timer's too: how late a timer of 1 ms comes.
  setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  setInterval(() => {
    rss = Math.max(rss, memoryUsage.rss());
  }, RSS_EVERY_MS);
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  process.on('message', (message) => {
    if (message !== 'tell') return;
    const load: ProcessLoad = { stallMs: Math.max(longest, histogram.max / 1e6), rssMb: rss / 2 ** 20 };
    longest = 0;
    histogram.reset();
    process.send?.(load);
  });
}
