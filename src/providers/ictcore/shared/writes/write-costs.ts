import type { WriteCost } from '../../../../graph/ports/cost-formulas.js';
import type { ProviderCosts } from '../../../../graph/ports/costs.js';
import { rangeOf, type PlannedCall } from '../../../../graph/ports/planned-call.js';

/**
 * What mutations cost for a number of things, of what each costs for one. `bulk` names mutations of many things, each with
 * the one that does the same with one thing.
 */
export function multiplyWriteCosts<Name extends string>(
  single: Readonly<Record<Name, WriteCost>>,
  bulk: Readonly<Record<string, Name>>,
): ProviderCosts['writes'] {
  const multiplied = Object.entries<WriteCost>(single).map(([name, cost]) => [name, times(cost)] as const);
  const repeated = Object.entries(bulk).map(([name, one]) => [name, times(single[one], { perItem: true })] as const);
  return Object.fromEntries([...multiplied, ...repeated]);
}

function times(cost: WriteCost, mark: Pick<PlannedCall, 'perItem'> = {}): ProviderCosts['writes'][string] {
  return (count, known) =>
    cost(known).map(({ operation, times: one }) => {
      const { expected, worst } = rangeOf(one);
      return { operation, times: { expected: count * expected, worst: count * worst }, ...mark };
    });
}
