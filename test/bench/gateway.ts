import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { memoryUsage } from 'node:process';

import { createGateway } from '../../src/gateway.js';
import { readConfig } from '../../src/config/load.js';
import { providers } from '../../src/providers/index.js';
import { createLog } from '../../src/server/log.js';
import { startServer } from '../../src/server/server.js';

/** What the gateway's own process felt since the last time it was asked. */
export interface Felt {
  /** Longest time that nothing else got its turn, in milliseconds. */
  readonly stallMs: number;
  /** Highest resident set since the start, in megabytes. */
  readonly rssMb: number;
}

// A gateway as `trunkline start` makes it, in a process of its own that tells how it fares.
const config = readConfig(process.argv[2] ?? '', 'bench', providers, {});
const scrub = (text: string): string => text;
const server = await startServer(createGateway(config, providers), {
  host: '127.0.0.1',
  port: 0,
  log: createLog(scrub),
  scrub,
});
let rss = 0;
let longest = 0;
let last = performance.now();
// Finer than the histogram of perf_hooks, whose resolution is a timer's too: how late a timer of 1 ms comes.
setInterval(() => {
  const now = performance.now();
  longest = Math.max(longest, now - last - 1);
  last = now;
  rss = Math.max(rss, memoryUsage.rss());
}, 1);
const histogram = monitorEventLoopDelay({ resolution: 1 });
histogram.enable();
process.on('message', () => {
  const felt: Felt = { stallMs: Math.max(longest, histogram.max / 1e6), rssMb: rss / 2 ** 20 };
  longest = 0;
  histogram.reset();
  process.send?.(felt);
});
process.send?.(server.url);
