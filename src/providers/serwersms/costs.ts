import type { ProviderCosts } from '../../graph/ports/costs.js';
import { contactCosts, contactWriteCosts } from './contact/costs.js';
import { groupCosts, groupWriteCosts } from './group/costs.js';

/** What reads and mutations of a SerwerSMS account cost. A log-in is part of each request. */
export const costs: ProviderCosts = {
  nouns: { contact: contactCosts, group: groupCosts },
  writes: { ...contactWriteCosts, ...groupWriteCosts },
};
