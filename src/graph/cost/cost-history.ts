import { createMeasuredRuns, type MeasuredRuns } from './measured-runs.js';
import { createListSizes } from './list-sizes.js';
import type { ListSizes } from '../ports/list-sizes.js';

/** What a gateway learns while it runs, so that plans get better: numbers only. */
export interface CostHistory {
  readonly sizes: ListSizes;
  readonly runs: MeasuredRuns;
}

export function createCostHistory(): CostHistory {
  return { sizes: createListSizes(), runs: createMeasuredRuns() };
}
