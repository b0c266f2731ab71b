import { expect, it } from 'vitest';

import type { Sample } from './sample.js';
import { median, summarize } from './summary.js';

const sample = (candidate: Sample['candidate'], round: number, cpu: number): Sample => ({
  ...{ candidate, round, cpu, workload: 'Q1', delayMs: 0 },
  ...{ perSecond: 1e6 / cpu, p50Ms: cpu, p99Ms: 2 * cpu, upstream: 1, peakMb: 100 + round },
});

it('takes the middle of the numbers, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 6])).toBe(5.5);
});

it('compares with the base of the same round, so that a slow round of the machine changes no ratio', () => {
  const samples = [100, 300, 100].flatMap((cpu, round) => [
    sample('apollo', round, cpu),
    sample('trunkline', round, cpu / 4),
  ]);
  const [base, own] = summarize(samples, 'apollo');
  expect(base).toMatchObject({ candidate: 'apollo', cpu: 100, ratio: 1 });
  expect(own).toMatchObject({ candidate: 'trunkline', cpu: 25, ratio: 0.25, p99Ms: 50, peakMb: 102 });
});

it('has no ratio where the base was not measured, in that round or at all', () => {
  expect(summarize([sample('trunkline', 0, 5)], 'apollo')[0]?.ratio).toBeUndefined();
  const [, own] = summarize([sample('apollo', 0, 10), sample('trunkline', 0, 5), sample('trunkline', 1, 9)], 'apollo');
  expect(own?.ratio).toBe(0.5);
});
