import type { ProviderCosts } from '../../graph/ports/costs.js';
import { contactCosts, contactWriteCosts } from './contact/costs.js';
import { preferenceCosts, preferenceWriteCosts } from './preference/costs.js';

/** What reads and mutations of a CloudSigma account cost. */
export const costs: ProviderCosts = {
  nouns: { contact: contactCosts, notificationPreference: preferenceCosts },
  writes: { ...contactWriteCosts, ...preferenceWriteCosts },
};
