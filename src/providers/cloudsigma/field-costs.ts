import type { FieldCosts } from '../../graph/cost/ask.js';
import { linked, read } from '../../graph/cost/kinds.js';

/** What the fields cost that only CloudSigma's things have. */
export const fieldCosts: FieldCosts = {
  'Query.notificationPreferences': read('notificationPreference'),
  'NotificationPreference.contact': linked('contact'),
  'NotificationPreferencesPayload.preferences': read('notificationPreference'),
};
