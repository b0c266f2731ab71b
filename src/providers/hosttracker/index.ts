import { defineProvider, type Provider } from '../../graph/ports/provider.js';
import { createCaller } from '../../wire/caller.js';
import { createLister } from '../../wire/lister.js';
import { createBulkBackend } from './bulk/backend.js';
import { HostTrackerBulkResolver } from './bulk/mutation.js';
import { createContactBackend } from './contact/backend.js';
import { costsOf } from './costs.js';
import { createEndpoints } from './endpoints.js';
import { fieldCosts } from './options/costs.js';
import { contactFilter } from './contact/filter.js';
import { createGatewayBackend, createGatewayFactory } from './gateway/backend.js';
import { jsonFormat } from './json-format.js';
import { createOptionsBackend, HostTrackerOptionsResolver } from './options/resolver.js';
import { settings, type HostTrackerSettings } from './settings.js';
import { createMatchingReader } from './contact/reads.js';
import { authorize } from './auth.js';
import {
  HostTrackerEmailContact,
  HostTrackerGateway,
  HostTrackerImContact,
  HostTrackerSmsContact,
  HostTrackerVoiceContact,
} from './contact/types.js';
import { createContactRecovery } from './contact/recovery.js';
import { createContactWrites } from './contact/writes.js';
import { createWriteEndpoints } from './contact/endpoints.js';
import { contactInputs } from './write-inputs.js';
import { xmlFormat } from './xml-format.js';

/** HostTracker, REST API version 1: contacts and gateways. */
export const hostTracker: Provider = defineProvider<HostTrackerSettings>({
  name: 'hosttracker',
  title: 'HostTracker',
  description:
    'HostTracker, which watches websites: the contacts that get its alerts by e-mail, text message, messenger or call.',
  settings,
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
  open: ({ upstream, settings: { auth, format: formatName }, basePath, defaultCountry, connect, now }) => {
    const format = formatName === 'xml' ? xmlFormat : jsonFormat;
    const authorizeCalls = authorize({
      upstream: upstream.name,
      basePath,
      settings: { auth, format: formatName },
      format,
      now,
    });
    const connection = connect(authorizeCalls, Object.values(auth));
    const callerOptions = { connection, basePath, codec: format.codec };
    const call = createCaller(callerOptions);
    const list = createLister(callerOptions);
    const reads = createEndpoints(format);
    const readMatching = createMatchingReader(list, reads);
    const gatewayOf = createGatewayFactory(upstream);
    const session = { upstream, defaultCountry, gatewayOf };
    const contact = createContactBackend({ call, list, readMatching: readMatching }, reads, session);
    const options = createOptionsBackend(call, reads);
    const recovery = createContactRecovery(readMatching, contact);
    const writes = createWriteEndpoints(format);
    const dependencies = {
      upstream: upstream.name,
      defaultCountry,
      call,
      readMatching: readMatching,
      reads,
      writes,
      options,
      recovery: recovery,
    };
    return {
      connection,
      costs: costsOf({ reads, writes, auth }),
      backends: {
        contact: { ...contact, writes: createContactWrites(dependencies) },
        gateway: createGatewayBackend(call, reads, gatewayOf),
        hostTrackerOptions: options,
        hostTrackerBulk: createBulkBackend(dependencies, session),
      },
      reconcilers: recovery.reconcilers,
      probe: async (callOptions) => {
        await call(reads.listContactTypes, undefined, callOptions);
      },
    };
  },
});
