import { BASIC_AUTH } from '../../graph/ports/caller-auth.js';
import { defineProvider, type Provider } from '../../graph/ports/provider.js';
import { basicAuth, basicSecrets } from '../../transport/basic-auth.js';
import { createCaller } from '../../wire/caller.js';
import { createLister } from '../../wire/lister.js';
import { jsonCodec } from '../../wire/json.js';
import { createContactBackend } from './contact/backend.js';
import { costs } from './costs.js';
import { contactEndpoints } from './contact/endpoints.js';
import { reconcileCreation, reconcileUpdate } from './contact/recovery.js';
import { readProviderError, readDeletionError } from './errors.js';
import { fieldCosts } from './preference/costs.js';
import { createPreferenceBackend } from './preference/backend.js';
import { NotificationPreferenceResolver } from './preference/resolver.js';
import { SetNotificationPreferencesResolver } from './preference/mutation.js';
import { reconcilePreferences } from './preference/recovery.js';
import { settings } from './settings.js';
import { CloudSigmaContact } from './contact/types.js';
import { NotificationPreference } from './preference/types.js';
import { contactInputs } from './contact/inputs.js';

/** CloudSigma: notification contacts and preferences of API 2.0. */
export const cloudSigma: Provider = defineProvider({
  name: 'cloudsigma',
  title: 'CloudSigma',
  description: 'CloudSigma, a cloud of servers: the contacts that it notifies, and of what.',
  settings,
  callerAuth: BASIC_AUTH,
  types: [CloudSigmaContact, NotificationPreference],
  resolvers: [NotificationPreferenceResolver, SetNotificationPreferencesResolver],
  contactInputs,
  fieldCosts,
  mutations: ['setNotificationPreferences'],
  open: ({ upstream, settings: providerSettings, basePath, defaultCountry, connect }) => {
    const connection = connect(basicAuth(providerSettings.auth), basicSecrets(providerSettings.auth));
    const callerOptions = { connection, basePath, codec: jsonCodec() };
    const session = {
      call: createCaller({ ...callerOptions, readProviderError }),
      callForDeletion: createCaller({ ...callerOptions, readProviderError: readDeletionError }),
      list: createLister({ ...callerOptions, readProviderError }),
      upstream,
      defaultCountry,
    };
    return {
      connection,
      costs,
      backends: {
        contact: createContactBackend(session),
        notificationPreference: createPreferenceBackend(session),
      },
      reconcilers: {
        made: (hint, context) => reconcileCreation(session, hint, context),
        updated: (hint, context) => reconcileUpdate(session, hint, context),
        preferences: (hint, context) => reconcilePreferences(session, hint, context),
      },
      probe: async (callOptions) => {
        await session.call(contactEndpoints.list, { offset: 0, limit: 1 }, callOptions);
      },
    };
  },
});
