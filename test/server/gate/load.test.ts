import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { watchLoad } from '../../../src/server/gate/load.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('takes one long step for no lag, and a lasting one for one', () => {
  let clock = 0;
  const load = watchLoad({ now: () => clock, readHeapShare: () => 0.1 });
  const passSample = (lagMs: number): void => {
    clock += 100 + lagMs;
    vi.advanceTimersByTime(100);
  };
  passSample(500);
  expect(load.lagMs()).toBe(100);
  for (let at = 0; at < 20; at += 1) passSample(0);
  expect(load.lagMs()).toBeLessThan(5);
  for (let at = 0; at < 20; at += 1) passSample(2000);
  expect(load.lagMs()).toBeGreaterThan(1900);
  load.close();
});

it('L3 drops caches from 85 percent of the heap on, before anybody is refused', () => {
  let share = 0.8;
  const onPressure = vi.fn();
  const load = watchLoad({ readHeapShare: () => share, onPressure });
  vi.advanceTimersByTime(100);
  expect(onPressure).not.toHaveBeenCalled();
  share = 0.86;
  vi.advanceTimersByTime(100);
  expect(onPressure).toHaveBeenCalledOnce();
  load.close();
});

it('reads the heap of this process by default', () => {
  const load = watchLoad();
  vi.advanceTimersByTime(100);
  expect(load.heapShare()).toBeGreaterThan(0);
  expect(load.heapShare()).toBeLessThan(1);
  load.close();
});
