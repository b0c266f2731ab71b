import { upTo } from '../../../graph/ports/cost-formulas.js';
import type { ProviderCosts } from '../../../graph/ports/costs.js';
import { plannedCall } from '../../../graph/ports/planned-call.js';
import type { ContactEndpoints } from '../contact/endpoints.js';
import type { OptionEndpoints } from '../options/endpoints.js';
import { MAX_DELETE_CALLS } from './deletion.js';

/** What writes by filter cost. */
export function bulkWriteCosts(
  { list, updateMany, deleteMany }: ContactEndpoints,
  { alertDelaysMinutes }: OptionEndpoints,
): ProviderCosts['writes'] {
  return {
    updateHostTrackerContacts: () => [upTo(alertDelaysMinutes), plannedCall(list), plannedCall(updateMany)],
    // The matching contacts are read before and after. A filter that no query can hold takes several calls.
    deleteHostTrackerContacts: () => [
      plannedCall(list, 2),
      plannedCall(deleteMany, { expected: 1, worst: MAX_DELETE_CALLS }),
    ],
  };
}
