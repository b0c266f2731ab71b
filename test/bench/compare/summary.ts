import type { CandidateName } from './candidates.js';
import type { Cell, Sample } from './sample.js';

/** A cell over all rounds: medians. */
export interface Line extends Cell, Omit<Sample, 'round'> {
  /** CPU time beside that of the base in the same round; undefined where the base was not measured. */
  readonly ratio: number | undefined;
}

/** One line for each cell, in the order in which cells were first measured. */
export function summarize(samples: readonly Sample[], base: CandidateName): readonly Line[] {
  const cells = new Map<string, Sample[]>();
  for (const sample of samples) {
    const key = keyOf(sample);
    cells.set(key, [...(cells.get(key) ?? []), sample]);
  }
  return [...cells.values()].flatMap((rounds) => {
    const [first] = rounds;
    if (!first) return [];
    const { candidate, workload, delayMs } = first;
    const bases = cells.get(keyOf({ candidate: base, workload, delayMs })) ?? [];
    const ratios = rounds.flatMap(({ cpu, round }) => {
      const beside = bases.find((each) => each.round === round);
      return beside ? [cpu / beside.cpu] : [];
    });
    const middle = (of: (sample: Sample) => number): number => median(rounds.map(of));
    return [
      {
        ...{ candidate, workload, delayMs, ratio: ratios.length > 0 ? median(ratios) : undefined },
        ...{ cpu: middle(({ cpu }) => cpu), perSecond: middle(({ perSecond }) => perSecond) },
        ...{ p50Ms: middle(({ p50Ms }) => p50Ms), p99Ms: middle(({ p99Ms }) => p99Ms) },
        upstream: middle(({ upstream }) => upstream),
        peakMb: Math.max(...rounds.map(({ peakMb }) => peakMb)),
      },
    ];
  });
}

/** The middle one, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low = Number.NaN, high = low] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}

function keyOf({ candidate, workload, delayMs }: Cell): string {
  return `${candidate} ${workload} ${delayMs}`;
}
