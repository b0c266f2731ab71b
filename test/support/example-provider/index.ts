import { defineProvider, type Provider } from '../../../src/graph/ports/provider.js';
import { createCaller } from '../../../src/wire/caller.js';
import { jsonCodec } from '../../../src/wire/json.js';
import { createLister } from '../../../src/wire/lister.js';
import { createAuth } from './auth.js';
import { createContactBackend } from './contact/backend.js';
import { contactEndpoints } from './contact/endpoints.js';
import { contactInputs } from './contact/inputs.js';
import { reconcileCreation } from './contact/recovery.js';
import { ExampleContact } from './contact/types.js';
import { costs } from './costs.js';
import { readProviderError } from './errors.js';
import { settings } from './settings.js';

/** Example: the people of an address book that exists in the tests only. */
export const exampleProvider: Provider = defineProvider({
  name: 'example',
  title: 'Example',
  description: 'Example, an address book that shows what a provider consists of.',
  settings,
  types: [ExampleContact],
  contactInputs,
  open: ({ upstream, settings: { auth }, basePath, defaultCountry, connect, now }) => {
    const { authorize, secrets } = createAuth(auth, { upstream: upstream.name, basePath, now });
    const connection = connect(authorize, secrets);
    const api = { connection, basePath, codec: jsonCodec(), readProviderError };
    const session = { call: createCaller(api, now), list: createLister(api, now), upstream, defaultCountry };
    return {
      connection,
      costs,
      backends: { contact: createContactBackend(session) },
      reconcilers: { made: (hint, context) => reconcileCreation(session, hint, context) },
      probe: async (callOptions) => {
        await session.call(contactEndpoints.list, { limit: 1 }, callOptions);
      },
    };
  },
});
