import type { SourcePlan } from '../lists/source-plan.js';
import type { FieldPlanning } from '../ports/field-costs.js';
import { plannedCall, ONE, rangeOf, type PlannedCall } from '../ports/planned-call.js';
import type { ListedNoun } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';

/** A page of the list, and a question for a row of it in another spelling. */
const REQUESTS_PER_PROOF = 2;

/** Puts the proofs on the bill that a list waits for: once in a query, and not at all while their verdicts are kept. */
export function addProofCalls(
  { unproved, listPlan }: SourcePlan<never>,
  noun: ListedNoun,
  upstream: OpenUpstream,
  ask: FieldPlanning['addCalls'],
): void {
  const operation = upstream.proofs.operationOf(noun);
  if (operation === undefined) return;
  for (const comparison of unproved) {
    ask(upstream, {
      calls: () => [plannedCall(operation, REQUESTS_PER_PROOF)],
      count: ONE,
      batches: ONE,
      pushdown: { pushedDown: [], residual: [], proves: listPlan.assumptions.get(comparison) ?? [] },
      isList: true,
      shareKey: `proof ${noun} ${comparison}`,
    });
  }
}

/** At worst the server tells the spellings apart, and the list is read whole. */
export function moreExpensive(one: readonly PlannedCall[], other: readonly PlannedCall[]): readonly PlannedCall[] {
  const total = (calls: readonly PlannedCall[]): number =>
    calls.reduce((sum, { times }) => sum + rangeOf(times).worst, 0);
  return total(other) > total(one) ? other : one;
}
