import type { OpenUpstream } from '../context.js';
import type { ListedNoun } from '../list.js';
import type { Settled } from '../settle.js';
import type { Planning } from './ask.js';
import { call, ONCE, rangeOf, type Call } from './call.js';

/** A page of the list, and a question for a row of it in another spelling. */
const REQUESTS = 2;

/** Puts the proofs on the bill that a list waits for: once in a query, and not at all while their verdicts are kept. */
export function askProofs(
  { unproved, settled }: Settled<never>,
  noun: ListedNoun,
  upstream: OpenUpstream,
  ask: Planning['ask'],
): void {
  const operation = upstream.proofs.operationOf(noun);
  if (operation === undefined) return;
  for (const comparison of unproved) {
    ask(upstream, {
      calls: () => [call(operation, REQUESTS)],
      count: ONCE,
      batches: ONCE,
      part: { pushedDown: [], residual: [], proves: settled.assumptions.get(comparison) ?? [] },
      isList: true,
      same: `proof ${noun} ${comparison}`,
    });
  }
}

/** At worst the server tells the spellings apart, and the list is read whole. */
export function dearer(one: readonly Call[], other: readonly Call[]): readonly Call[] {
  const total = (calls: readonly Call[]): number => calls.reduce((sum, { times }) => sum + rangeOf(times).worst, 0);
  return total(other) > total(one) ? other : one;
}
