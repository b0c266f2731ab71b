import type { ProviderCosts } from '../../graph/ports/costs.js';
import { LOGIN_OPERATION } from './auth.js';
import { bulkWriteCosts } from './bulk/costs.js';
import { contactCosts, contactWriteCosts } from './contact/costs.js';
import type { ContactEndpoints } from './contact/endpoints.js';
import { gatewayCosts } from './gateway/costs.js';
import { optionsCosts } from './options/costs.js';
import type { OptionEndpoints } from './options/endpoints.js';
import type { HostTrackerSettings } from './settings.js';

/** What reads and mutations of a HostTracker account cost, in either format. */
export function costsOf(
  contacts: ContactEndpoints,
  options: OptionEndpoints,
  auth: HostTrackerSettings['auth'],
): ProviderCosts {
  return {
    ...('token' in auth ? {} : { logIn: LOGIN_OPERATION }),
    nouns: {
      contact: contactCosts(contacts),
      gateway: gatewayCosts(options),
      hostTrackerOptions: optionsCosts(options),
    },
    writes: { ...contactWriteCosts(contacts, options), ...bulkWriteCosts(contacts, options) },
  };
}
