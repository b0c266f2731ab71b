import { getHeapStatistics } from 'node:v8';

/** How busy this process is. */
export interface Load {
  /** How late the event loop is, in milliseconds, smoothed. */
  readonly lagMs: () => number;
  /** The used part of the heap that V8 may take, from 0 to 1. */
  readonly heapShare: () => number;
  readonly close: () => void;
}

export interface LoadOptions {
  readonly now?: () => number;
  readonly readHeapShare?: () => number;
  /** Called while the heap is fuller than this share. */
  readonly onPressure?: () => void;
}

const SAMPLE_MS = 100;
/** The weight of the newest sample: one long step of a request is no overload, a second of them is. */
const WEIGHT = 0.2;
/** Caches are dropped before anybody is refused. */
const PRESSURE = 0.85;

/** Measures ten times a second; costs nothing in between. */
export function watchLoad({
  now = () => performance.now(),
  readHeapShare = usedHeapShare,
  onPressure = () => undefined,
}: LoadOptions = {}): Load {
  let lag = 0;
  let share = 0;
  let expectedAt = now() + SAMPLE_MS;
  const timer = setInterval(() => {
    lag += WEIGHT * (Math.max(0, now() - expectedAt) - lag);
    expectedAt = now() + SAMPLE_MS;
    share = readHeapShare();
    if (share > PRESSURE) onPressure();
  }, SAMPLE_MS);
  timer.unref();
  return {
    lagMs: () => lag,
    heapShare: () => share,
    close: () => {
      clearInterval(timer);
    },
  };
}

function usedHeapShare(): number {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used / limit;
}
