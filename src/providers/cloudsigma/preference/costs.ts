import type { FieldCosts } from '../../../graph/ports/field-costs.js';
import { linkedItemCost, readCost } from '../../../graph/cost/field-kinds.js';

/** What the fields cost that only CloudSigma's things have. */
export const fieldCosts: FieldCosts = {
  'Query.notificationPreferences': readCost('notificationPreference'),
  'NotificationPreference.contact': linkedItemCost('contact'),
  'NotificationPreferencesPayload.preferences': readCost('notificationPreference'),
};
