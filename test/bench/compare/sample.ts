import type { CandidateName } from './candidates.js';
import type { LoadResult } from './load.js';
import type { MeasuredName } from './workloads/workload.js';

/** What is measured in one go. */
export interface Cell {
  readonly candidate: CandidateName;
  readonly workload: MeasuredName;
  /** How long the upstreams take to answer. */
  readonly delayMs: number;
}

/** A cell in one round. */
export interface Sample extends Cell, Omit<LoadResult, 'answers'> {
  readonly round: number;
  /** Requests to the upstreams for each request. */
  readonly upstream: number;
  /** Highest resident set since the start of the candidate. */
  readonly peakMb: number;
}
