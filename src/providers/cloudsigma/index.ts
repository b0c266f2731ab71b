import { plug, type Provider } from '../../graph/provider.js';
import { basic, basicSecrets } from '../../transport/basic.js';
import { createCaller } from '../../wire/caller.js';
import { jsonCodec } from '../../wire/json.js';
import { contactBackend } from './contact.js';
import { refusal } from './dialect.js';
import { endpoints } from './endpoints.js';
import { NotificationPreferenceResolver, preferenceBackend } from './preference.js';
import { settings } from './settings.js';
import { CloudSigmaContact, NotificationPreference } from './types.js';

/** CloudSigma: notification contacts and preferences of API 2.0. */
export const cloudSigma: Provider = plug({
  name: 'cloudsigma',
  title: 'CloudSigma',
  settings,
  types: [CloudSigmaContact, NotificationPreference],
  resolvers: [NotificationPreferenceResolver],
  open: ({ upstream, settings: configured, basePath, defaultCountry, connect }) => {
    const connection = connect(basic(configured.auth), basicSecrets(configured.auth));
    const call = createCaller({ connection, basePath, codec: jsonCodec(), refusal });
    return {
      connection,
      backends: {
        contact: contactBackend(call, { upstream, defaultCountry }),
        notificationPreference: preferenceBackend(call, upstream),
      },
      probe: async (asking) => {
        await call(endpoints.listContacts, { offset: 0, limit: 1 }, asking);
      },
    };
  },
});
