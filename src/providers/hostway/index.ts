import { plug, type Provider } from '../../graph/provider.js';
import { basic, basicSecrets } from '../../transport/basic.js';
import { createCaller } from '../../wire/caller.js';
import { contactBackend } from './contact.js';
import { contactWrites, seekMade } from './contact-writes.js';
import { costsOf } from './costs.js';
import { codec, refusal } from './dialect.js';
import { endpoints } from './endpoints.js';
import { contactFilter } from './filter.js';
import { settings } from './settings.js';
import { HostwayContact } from './types.js';
import { contactInputs } from './write-types.js';

/** Hostway: the contacts of mail domains' address books. */
export const hostway: Provider = plug({
  name: 'hostway',
  title: 'Hostway',
  description: 'Hostway, a host of mail: the contacts in the address books of mail domains.',
  settings,
  types: [HostwayContact],
  contactFilter,
  contactInputs,
  open: ({ upstream, settings: { account, domains, auth }, basePath, defaultCountry, connect }) => {
    const connection = connect(basic(auth), basicSecrets(auth));
    const call = createCaller({ connection, basePath, codec, refusal });
    const shelf = { upstream, account, domains, defaultCountry };
    return {
      connection,
      costs: costsOf(domains.length),
      backends: { contact: { ...contactBackend(call, shelf), writes: contactWrites(call, shelf) } },
      looks: { made: (trail, looking) => seekMade(call, shelf, trail, looking) },
      probe: async (asking) => {
        const [domain = ''] = domains;
        await call(endpoints.listContacts, { account, domain, params: {}, page: 1, pageSize: 1 }, asking);
      },
    };
  },
});
