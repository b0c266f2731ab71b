import { plug, type Provider } from '../../graph/provider.js';
import { basic, basicSecrets } from '../../transport/basic.js';
import { createCaller } from '../../wire/caller.js';
import { createLister } from '../../wire/lister.js';
import { jsonCodec } from '../../wire/json.js';
import { contactBackend } from './contact.js';
import { contactWrites, seekUpdated } from './contact-writes.js';
import { costs } from './costs.js';
import { seekMade } from './create.js';
import { refusal, refusalOfDeletion } from './dialect.js';
import { endpoints } from './endpoints.js';
import { fieldCosts } from './field-costs.js';
import { NotificationPreferenceResolver, preferenceBackend } from './preference.js';
import { SetNotificationPreferencesResolver } from './preference-mutation.js';
import { seekPreferences } from './preference-write.js';
import { settings } from './settings.js';
import { CloudSigmaContact, NotificationPreference } from './types.js';
import { contactInputs } from './write-types.js';

/** CloudSigma: notification contacts and preferences of API 2.0. */
export const cloudSigma: Provider = plug({
  name: 'cloudsigma',
  title: 'CloudSigma',
  description: 'CloudSigma, a cloud of servers: the contacts that it notifies, and of what.',
  settings,
  types: [CloudSigmaContact, NotificationPreference],
  resolvers: [NotificationPreferenceResolver, SetNotificationPreferencesResolver],
  contactInputs,
  fieldCosts,
  mutations: ['setNotificationPreferences'],
  open: ({ upstream, settings: configured, basePath, defaultCountry, connect }) => {
    const connection = connect(basic(configured.auth), basicSecrets(configured.auth));
    const dialect = { connection, basePath, codec: jsonCodec() };
    const call = createCaller({ ...dialect, refusal });
    const callToDelete = createCaller({ ...dialect, refusal: refusalOfDeletion });
    const contact = contactBackend({ call, list: createLister({ ...dialect, refusal }) }, { upstream, defaultCountry });
    return {
      connection,
      costs,
      backends: {
        contact: { ...contact, writes: contactWrites({ call, callToDelete, upstream: upstream.name }) },
        notificationPreference: preferenceBackend(call, upstream),
      },
      looks: {
        made: (trail, looking) => seekMade(call, trail, looking),
        updated: (trail, looking) => seekUpdated(call, trail, looking),
        preferences: (trail, looking) => seekPreferences(call, trail, looking),
      },
      probe: async (asking) => {
        await call(endpoints.listContacts, { offset: 0, limit: 1 }, asking);
      },
    };
  },
});
