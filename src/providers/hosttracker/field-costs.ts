import type { FieldCost, FieldCosts } from '../../graph/cost/ask.js';
import { fieldsOnlyCost } from '../../graph/cost/kinds.js';

const optionCost = (column: string): FieldCost => ({
  deferred: { noun: 'hostTrackerOptions', columns: () => [column] },
});

/** What the fields cost that only HostTracker's things have. */
export const fieldCosts: FieldCosts = {
  'Query.hostTrackerOptions': fieldsOnlyCost('hostTrackerOptions'),
  'HostTrackerOptions.contactTypes': optionCost('contactTypes'),
  'HostTrackerOptions.alertDelaysMinutes': optionCost('alertDelaysMinutes'),
  'HostTrackerOptions.smsGateways': optionCost('smsGateways'),
  'HostTrackerOptions.imGateways': optionCost('imGateways'),
};
