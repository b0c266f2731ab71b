import type { ProviderCosts } from '../../../src/graph/ports/costs.js';
import { contactCosts, contactWriteCosts } from './contact/costs.js';
import { authEndpoints } from './endpoints.js';

/** What reads and mutations of an address book cost. */
export const costs: ProviderCosts = {
  logIn: authEndpoints.logIn.name,
  nouns: { contact: contactCosts },
  writes: contactWriteCosts,
};
