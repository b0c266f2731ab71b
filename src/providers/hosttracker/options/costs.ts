import type { FieldCost, FieldCosts } from '../../../graph/ports/field-costs.js';
import { fieldsOnlyCost } from '../../../graph/cost/field-kinds.js';

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
