import { tokenOrUser } from '../../graph/ports/caller-auth.js';
import { defineProvider, type Provider } from '../../graph/ports/provider.js';
import { createCaller } from '../../wire/caller.js';
import { createLister } from '../../wire/lister.js';
import { authorize } from './auth.js';
import { createBulkBackend } from './bulk/backend.js';
import { HostTrackerBulkResolver } from './bulk/mutation.js';
import { createContactBackend } from './contact/backend.js';
import { createContactEndpoints } from './contact/endpoints.js';
import { contactFilter } from './contact/filter.js';
import { contactInputs } from './contact/inputs.js';
import { createMatchingReader } from './contact/reads.js';
import { createContactRecovery } from './contact/recovery.js';
import {
  HostTrackerEmailContact,
  HostTrackerImContact,
  HostTrackerSmsContact,
  HostTrackerVoiceContact,
} from './contact/types.js';
import { createContactWrites } from './contact/writes.js';
import { costsOf } from './costs.js';
import { createGatewayBackend } from './gateway/backend.js';
import { createGatewayFactory } from './gateway/columns.js';
import { HostTrackerGateway } from './gateway/types.js';
import { jsonFormat } from './json-format.js';
import { createOptionsBackend } from './options/backend.js';
import { fieldCosts } from './options/costs.js';
import { createOptionEndpoints } from './options/endpoints.js';
import { HostTrackerOptionsResolver } from './options/resolver.js';
import { settings, type HostTrackerSettings } from './settings.js';
import { xmlFormat } from './xml-format.js';

/** HostTracker, REST API version 1: contacts and gateways. */
export const hostTracker: Provider = defineProvider<HostTrackerSettings>({
  name: 'hosttracker',
  title: 'HostTracker',
  description:
    'HostTracker, which watches websites: the contacts that get its alerts by e-mail, text message, messenger or call.',
  settings,
  callerAuth: tokenOrUser('login'),
  types: [
    HostTrackerEmailContact,
    HostTrackerSmsContact,
    HostTrackerImContact,
    HostTrackerVoiceContact,
    HostTrackerGateway,
  ],
  resolvers: [HostTrackerOptionsResolver, HostTrackerBulkResolver],
  contactFilter,
  contactInputs,
  fieldCosts,
  mutations: ['updateHostTrackerContacts', 'deleteHostTrackerContacts'],
  open: ({ upstream, settings: { auth, format: formatName }, basePath, defaultCountry, connect, timeoutMs, now }) => {
    const format = formatName === 'xml' ? xmlFormat : jsonFormat;
    const authorizeCalls = authorize({
      upstream: upstream.name,
      basePath,
      timeoutMs,
      settings: { auth, format: formatName },
      format,
      now,
    });
    const connection = connect(authorizeCalls, Object.values(auth));
    const callerOptions = { connection, basePath, codec: format.codec };
    const session = {
      call: createCaller(callerOptions),
      list: createLister(callerOptions),
      upstream,
      defaultCountry,
      gatewayOf: createGatewayFactory(upstream),
    };
    const endpoints = createContactEndpoints(format);
    const optionEndpoints = createOptionEndpoints(format);
    const readMatching = createMatchingReader(session, endpoints);
    const contact = createContactBackend(session, endpoints, readMatching);
    const options = createOptionsBackend(session, optionEndpoints);
    const recovery = createContactRecovery(readMatching, contact);
    const dependencies = { session, endpoints, readMatching, options, recovery };
    return {
      connection,
      costs: costsOf(endpoints, optionEndpoints, auth),
      backends: {
        contact: { ...contact, writes: createContactWrites(dependencies) },
        gateway: createGatewayBackend(session, optionEndpoints),
        hostTrackerOptions: options,
        hostTrackerBulk: createBulkBackend(dependencies),
      },
      reconcilers: recovery.reconcilers,
      probe: async (callOptions) => {
        await session.call(optionEndpoints.contactTypes, undefined, callOptions);
      },
    };
  },
});
