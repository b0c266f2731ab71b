import { fieldsOnlyCost } from '../../../graph/cost/field-kinds.js';
import type { NounCosts } from '../../../graph/ports/costs.js';
import type { FieldCost, FieldCosts } from '../../../graph/ports/field-costs.js';
import { sharedCall } from '../../../graph/ports/planned-call.js';
import type { OptionEndpoints } from './endpoints.js';

/** Each selected list is one request. */
export function optionsCosts(endpoints: OptionEndpoints): NounCosts {
  return {
    fetchDeferred: (count, columns) =>
      count === 0
        ? []
        : Object.entries(endpoints).flatMap(([column, endpoint]) =>
            columns.includes(column) ? [sharedCall(endpoint)] : [],
          ),
  };
}

const optionCost = (column: keyof OptionEndpoints): FieldCost => ({
  deferred: { noun: 'hostTrackerOptions', columns: () => [column] },
});

/** The fields that only HostTracker's schema has. */
export const fieldCosts: FieldCosts = {
  'Query.hostTrackerOptions': fieldsOnlyCost('hostTrackerOptions'),
  'HostTrackerOptions.contactTypes': optionCost('contactTypes'),
  'HostTrackerOptions.alertDelaysMinutes': optionCost('alertDelaysMinutes'),
  'HostTrackerOptions.smsGateways': optionCost('smsGateways'),
  'HostTrackerOptions.imGateways': optionCost('imGateways'),
};
