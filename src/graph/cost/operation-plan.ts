import type { TallyEntry } from './cost-tally.js';
import type { CountRange } from '../ports/planned-call.js';

/** Requests to one upstream. */
export interface UpstreamCost extends CountRange {
  readonly upstream: string;
}

/** What an operation will ask for, log-ins included and repeats after failures left out. */
export interface OperationPlan extends CountRange {
  readonly calls: readonly TallyEntry[];
  readonly upstreams: readonly UpstreamCost[];
  /** What is wrong with arguments, in sentences: the fields that have them ask for nothing. */
  readonly mistakes: readonly string[];
}
