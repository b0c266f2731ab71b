import type { CallOptions, Attempt } from '../../../src/transport/exchange.js';
import { countsOf, notedBy, type Counts } from '../measured-costs.js';

const LOG_IN = 'POST /authenticate';

/** What went to the wire for what is asked. */
export function noting(ask: (callOptions: CallOptions) => Promise<unknown>): Promise<Counts> {
  return notedBy(ask, { logIn: LOG_IN });
}

/** Requests among attempts. */
export function sentIn(attempts: readonly Attempt[]): Counts {
  return countsOf(attempts, LOG_IN);
}

export function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
