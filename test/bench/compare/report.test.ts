import { expect, it } from 'vitest';

import { renderPlot } from './plot.js';
import { renderComparison } from './report.js';
import type { Line } from './summary.js';

const line = (candidate: Line['candidate'], workload: Line['workload'], cpu: number, ratio?: number): Line => ({
  ...{ candidate, workload, cpu, ratio, delayMs: 0, perSecond: 1000, p50Ms: 1, p99Ms: 2, upstream: 51, peakMb: 90 },
});

const LINES = [
  line('apollo', 'Q1', 1000, 1),
  line('mercurius', 'Q1', 250, 0.25),
  line('trunkline', 'Q1', 2000, 2),
  line('trunkline', 'Q1-phones', 1500),
  line('trunkline', 'Q1+sources', 2100),
  line('apollo', 'Q2', 3000, 1),
];

it('shows CPU time with its ratio, and a dash where a candidate was not measured', () => {
  const text = renderComparison(LINES, 'the machine');
  expect(text).toContain('| Mercurius 16 with jit and loaders | 250 (0.25) | – |');
  expect(text).toContain('| **Trunkline** | 2,000 (2.00) | – |');
});

it('tells what a part adds: what is less without it, or more with it', () => {
  const text = renderComparison(LINES, 'the machine');
  expect(text).toContain('| Q1: phones, in E.164 | **Trunkline** | 500 | 25 % |');
  expect(text).toContain('| Q1: `sources` of the list | **Trunkline** | 100 | 5 % |');
});

it('draws one bar for each ratio, from 1 to it, and nothing for parts', () => {
  const svg = renderPlot(LINES, 'apollo');
  const bars = [...svg.matchAll(/<rect x="([\d.]+)" y="\d+" width="([\d.]+)"/g)].map(([, x, width]) => [
    Number(x),
    Number(width),
  ]);
  expect(bars).toHaveLength(4);
  const [slow, base, fast] = bars;
  // In descending order of the ratio: a bar for 2 begins where that for 1 does, one for 0.25 ends there.
  expect(slow?.[0]).toBe(base?.[0]);
  expect((fast?.[0] ?? 0) + (fast?.[1] ?? 0)).toBeCloseTo(base?.[0] ?? 0, 0);
  expect((fast?.[1] ?? 0) / (slow?.[1] ?? 1)).toBeCloseTo(2, 1);
  expect(svg).not.toContain('`');
});
