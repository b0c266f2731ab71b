import { itemOrListCalls, upTo, type WriteCost } from '../../../graph/ports/cost-formulas.js';
import type { NounCosts } from '../../../graph/ports/costs.js';
import { deferredCosts } from '../../../graph/ports/deferred.js';
import type { FieldCosts } from '../../../graph/ports/field-costs.js';
import { plannedCall, sharedCall } from '../../../graph/ports/planned-call.js';
import { linkedItemCost } from '../../../graph/cost/field-kinds.js';
import { trunkEndpoints, trunkSources } from './endpoints.js';

const { list, read, create, update, delete: remove } = trunkEndpoints;

/** What trunks cost. */
export const trunkCosts: NounCosts = {
  list: () => [sharedCall(list)],
  byKeys: (count) => itemOrListCalls(count, read, list),
  ...deferredCosts(trunkSources),
};

export const trunkWriteCosts: Readonly<Record<string, WriteCost>> = {
  // The list is read before, and again where the server calls a saved trunk a failure.
  createTrunk: () => [plannedCall(list, { expected: 1, worst: 2 }), plannedCall(create)],
  updateTrunk: () => [plannedCall(update), upTo(read, 2)],
  deleteTrunk: () => [plannedCall(remove), upTo(read)],
};

export const trunkFieldCosts: FieldCosts = {
  'TrunkPayload.trunk': linkedItemCost('gateway'),
};
