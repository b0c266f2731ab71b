import type { CallOptions, Attempt } from '../../../src/transport/exchange.js';
import { countsOf, measureRequests, type Counts } from '../measured-costs.js';

const LOG_IN = 'POST /authenticate';

/** What went to the wire for what is asked. */
export function measureCall(ask: (callOptions: CallOptions) => Promise<unknown>): Promise<Counts> {
  return measureRequests(ask, { logIn: LOG_IN });
}

/** Requests among attempts. */
export function sentIn(attempts: readonly Attempt[]): Counts {
  return countsOf(attempts, LOG_IN);
}

export function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
