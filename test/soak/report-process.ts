import { readdirSync } from 'node:fs';

/** How a process fares after a collection of garbage. */
export interface ProcessState {
  readonly heapMb: number;
  readonly rssMb: number;
  /** Timers, pipes, sockets and what else keeps it alive. */
  readonly handles: number;
  readonly sockets: number;
  /** Files, sockets and pipes that the system holds open for it; 0 where it does not tell. */
  readonly descriptors: number;
}

/*
 * Loaded before the gateway with `--import`: answers each message of its parent with how the process fares. The gateway
 * itself knows nothing of it.
 */
process.on('message', () => {
  // Twice: what is let go by finalizers is collected by the second.
  globalThis.gc?.();
  setImmediate(() => {
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    const resources = process.getActiveResourcesInfo();
    const state: ProcessState = {
      heapMb: heapUsed / 2 ** 20,
      rssMb: rss / 2 ** 20,
      handles: resources.filter((name) => name !== 'Immediate').length,
      sockets: resources.filter((name) => name.startsWith('TCPSocket')).length,
      descriptors: countDescriptors(),
    };
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
