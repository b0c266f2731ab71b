import { linkedItemCost, readCost } from '../../../graph/cost/field-kinds.js';
import type { NounCosts, ProviderCosts } from '../../../graph/ports/costs.js';
import type { FieldCosts } from '../../../graph/ports/field-costs.js';
import { plannedCall } from '../../../graph/ports/planned-call.js';
import { wholeListCall } from '../page-costs.js';
import { preferenceEndpoints } from './endpoints.js';

/** What reads of preferences cost: always the whole list. */
export const preferenceCosts: NounCosts = {
  read: (known) => [wholeListCall(preferenceEndpoints.list, known.rows('notificationPreference'))],
};

/** What the mutation of preferences costs: one request sets any number. */
export const preferenceWriteCosts: ProviderCosts['writes'] = {
  setNotificationPreferences: () => [plannedCall(preferenceEndpoints.setMany)],
};

/** The fields that only CloudSigma's schema has. */
export const fieldCosts: FieldCosts = {
  'Query.notificationPreferences': readCost('notificationPreference'),
  'NotificationPreference.contact': linkedItemCost('contact'),
  'NotificationPreferencesPayload.preferences': readCost('notificationPreference'),
};
