import type { FieldCost, FieldCosts } from '../../graph/cost/ask.js';
import { able } from '../../graph/cost/kinds.js';

const option = (column: string): FieldCost => ({ late: { noun: 'hostTrackerOptions', columns: () => [column] } });

/** What the fields cost that only HostTracker's things have. */
export const fieldCosts: FieldCosts = {
  'Query.hostTrackerOptions': able('hostTrackerOptions'),
  'HostTrackerOptions.contactTypes': option('contactTypes'),
  'HostTrackerOptions.alertDelaysMinutes': option('alertDelaysMinutes'),
  'HostTrackerOptions.smsGateways': option('smsGateways'),
  'HostTrackerOptions.imGateways': option('imGateways'),
};
