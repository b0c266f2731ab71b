import type { TallyEntry } from './cost-tally.js';
import type { OperationPlan } from './operation-plan.js';
import type { OpenUpstream } from '../ports/open-upstream.js';

/** Requests that one operation may be planned to make. */
export interface RequestBudget {
  /** To all upstreams together. */
  readonly requests: number;
}

/** What of a plan is beyond the config's limits, in a sentence with the dearest field; undefined: nothing. */
export function describeBudgetExcess(
  { calls, upstreams: totals, worst }: OperationPlan,
  { requests }: RequestBudget,
  upstreams: readonly OpenUpstream[],
): string | undefined {
  for (const { upstream, worst } of totals) {
    const { requestBudget = Infinity } = upstreams.find(({ name }) => name === upstream) ?? {};
    if (worst <= requestBudget) continue;
    const own = calls.filter((entry) => entry.upstream === upstream);
    return `this operation may ask "${upstream}" for ${worst} requests, and ${requestBudget} are allowed; ${describeMostExpensive(own)}`;
  }
  if (worst <= requests) return undefined;
  return `this operation may take ${worst} upstream requests, and ${requests} are allowed; ${describeMostExpensive(calls)}`;
}

function describeMostExpensive(calls: readonly TallyEntry[]): string {
  const byField = new Map<string, number>();
  for (const { fields, requests } of calls) {
    const name = fields.join(', ');
    byField.set(name, (byField.get(name) ?? 0) + requests.reduce((sum, { worst }) => sum + worst, 0));
  }
  const [field, most] = [...byField].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0]);
  return `"${field}" costs most, up to ${most}: ask for fewer rows with "first", do without it, or have "budget" raised in the config`;
}
