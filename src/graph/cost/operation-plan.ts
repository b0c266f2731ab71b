import type { Entry } from './bill.js';
import type { Range } from './call.js';

/** Requests to one upstream. */
export interface UpstreamCost extends Range {
  readonly upstream: string;
}

/** What an operation will ask for, log-ins included and repeats after failures left out. */
export interface OperationPlan extends Range {
  readonly calls: readonly Entry[];
  readonly upstreams: readonly UpstreamCost[];
}
