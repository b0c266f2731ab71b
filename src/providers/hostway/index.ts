import { BASIC_AUTH } from '../../graph/ports/caller-auth.js';
import { defineProvider, type Provider } from '../../graph/ports/provider.js';
import { basicAuth, basicSecrets } from '../../transport/basic-auth.js';
import { createCaller } from '../../wire/caller.js';
import { createLister } from '../../wire/lister.js';
import { createContactBackend } from './contact/backend.js';
import { reconcileCreation } from './contact/recovery.js';
import { costsOf } from './contact/costs.js';
import { codec } from './codec.js';
import { readProviderError } from './errors.js';
import { endpoints } from './contact/endpoints.js';
import { contactFilter } from './contact/filter.js';
import { settings } from './settings.js';
import { HostwayContact } from './contact/types.js';
import { contactInputs } from './contact/inputs.js';

/** Hostway: the contacts of mail domains' address books. */
export const hostway: Provider = defineProvider({
  name: 'hostway',
  title: 'Hostway',
  description: 'Hostway, a host of mail: the contacts in the address books of mail domains.',
  settings,
  callerAuth: BASIC_AUTH,
  types: [HostwayContact],
  contactFilter,
  contactInputs,
  open: ({ upstream, settings: { account, domains, auth }, basePath, defaultCountry, connect }) => {
    const connection = connect(basicAuth(auth), basicSecrets(auth));
    const providerApi = { connection, basePath, codec, readProviderError };
    const call = createCaller(providerApi);
    const session = { call, list: createLister(providerApi), upstream, account, domains, defaultCountry };
    return {
      connection,
      costs: costsOf(domains.length),
      backends: { contact: createContactBackend(session) },
      reconcilers: { made: (hint, context) => reconcileCreation(session, hint, context) },
      probe: async (callOptions) => {
        const [domain = ''] = domains;
        await call(endpoints.listContacts, { account, domain, params: {}, page: 1, pageSize: 1 }, callOptions);
      },
    };
  },
});
