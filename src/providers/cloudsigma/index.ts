import { defineProvider, type Provider } from '../../graph/ports/provider.js';
import { basicAuth, basicSecrets } from '../../transport/basic-auth.js';
import { createCaller } from '../../wire/caller.js';
import { createLister } from '../../wire/lister.js';
import { jsonCodec } from '../../wire/json.js';
import { createContactBackend } from './contact/backend.js';
import { createContactWrites, reconcileUpdate } from './contact/writes.js';
import { costs } from './costs.js';
import { reconcileCreation } from './contact/batch-create.js';
import { readProviderError, readDeletionError } from './errors.js';
import { endpoints } from './endpoints.js';
import { fieldCosts } from './preference/costs.js';
import { NotificationPreferenceResolver, createPreferenceBackend } from './preference/resolver.js';
import { SetNotificationPreferencesResolver } from './preference/mutation.js';
import { reconcilePreferences } from './preference/writes.js';
import { settings } from './settings.js';
import { CloudSigmaContact, NotificationPreference } from './contact/types.js';
import { contactInputs } from './contact/inputs.js';

/** CloudSigma: notification contacts and preferences of API 2.0. */
export const cloudSigma: Provider = defineProvider({
  name: 'cloudsigma',
  title: 'CloudSigma',
  description: 'CloudSigma, a cloud of servers: the contacts that it notifies, and of what.',
  settings,
  types: [CloudSigmaContact, NotificationPreference],
  resolvers: [NotificationPreferenceResolver, SetNotificationPreferencesResolver],
  contactInputs,
  fieldCosts,
  mutations: ['setNotificationPreferences'],
  open: ({ upstream, settings: providerSettings, basePath, defaultCountry, connect }) => {
    const connection = connect(basicAuth(providerSettings.auth), basicSecrets(providerSettings.auth));
    const callerOptions = { connection, basePath, codec: jsonCodec() };
    const call = createCaller({ ...callerOptions, readProviderError: readProviderError });
    const callToDelete = createCaller({ ...callerOptions, readProviderError: readDeletionError });
    const contact = createContactBackend(
      { call, list: createLister({ ...callerOptions, readProviderError: readProviderError }) },
      { upstream, defaultCountry },
    );
    return {
      connection,
      costs,
      backends: {
        contact: { ...contact, writes: createContactWrites({ call, callToDelete, upstream: upstream.name }) },
        notificationPreference: createPreferenceBackend(call, upstream),
      },
      reconcilers: {
        made: (trail, context) => reconcileCreation(call, trail, context),
        updated: (trail, context) => reconcileUpdate(call, trail, context),
        preferences: (trail, context) => reconcilePreferences(call, trail, context),
      },
      probe: async (callOptions) => {
        await call(endpoints.listContacts, { offset: 0, limit: 1 }, callOptions);
      },
    };
  },
});
