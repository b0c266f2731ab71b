import { readdirSync } from 'node:fs';
import { queryObjects, writeHeapSnapshot } from 'node:v8';

import { Pool } from 'undici';

/** How a process fares after a collection of garbage. */
export interface ProcessState {
  readonly heapMb: number;
  readonly rssMb: number;
  /** Timers, pipes, sockets and what else keeps it alive. */
  readonly handles: number;
  readonly sockets: number;
  /** Files, sockets and pipes that the system holds open for it; 0 where it does not tell. */
  readonly descriptors: number;
  /** Pools of sockets to upstreams, closed ones included that something still holds. */
  readonly pools: number;
}

/** What the parent wants of it. */
export interface MeasureOptions {
  /** Where to leave a snapshot of the heap. */
  readonly snapshot?: string | undefined;
}

/*
 * Loaded before the gateway with `--import`: answers each message of its parent with how the process fares. The gateway
 * itself knows nothing of it.
 */
process.on('message', ({ snapshot }: MeasureOptions) => {
  // Twice: what is let go by finalizers is collected by the second.
  globalThis.gc?.();
  setImmediate(() => {
    globalThis.gc?.();
    const pools = queryObjects(Pool, { format: 'count' });
    const { heapUsed, rss } = process.memoryUsage();
    const resources = process.getActiveResourcesInfo();
    const state: ProcessState = {
      heapMb: heapUsed / 2 ** 20,
      rssMb: rss / 2 ** 20,
      handles: resources.filter((name) => name !== 'Immediate').length,
      sockets: resources.filter((name) => name.startsWith('TCPSocket')).length,
      descriptors: countDescriptors(),
      pools,
    };
    if (snapshot !== undefined) writeHeapSnapshot(snapshot);
    process.send?.(state);
  });
});
process.channel?.unref();

function countDescriptors(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}
