import { plug, type Provider } from '../../graph/provider.js';
import { createCaller } from '../../wire/caller.js';
import { createLister } from '../../wire/lister.js';
import { createBulkBackend } from './bulk.js';
import { HostTrackerBulkResolver } from './bulk-resolver.js';
import { createContactBackend } from './contact.js';
import { costsOf } from './costs.js';
import { createEndpoints } from './endpoints.js';
import { fieldCosts } from './field-costs.js';
import { contactFilter } from './filter.js';
import { createGatewayBackend, createGatewayOf } from './gateway.js';
import { jsonFormat } from './json-format.js';
import { createOptionsBackend, HostTrackerOptionsResolver } from './options.js';
import { settings, type HostTrackerSettings } from './settings.js';
import { createSift } from './sift.js';
import { authorize } from './ticket.js';
import {
  HostTrackerEmailContact,
  HostTrackerGateway,
  HostTrackerImContact,
  HostTrackerSmsContact,
  HostTrackerVoiceContact,
} from './types.js';
import { createTracker } from './trail.js';
import { createContactWrites } from './write.js';
import { createWriteEndpoints } from './write-endpoints.js';
import { contactInputs } from './write-inputs.js';
import { xmlFormat } from './xml-format.js';

/** HostTracker, REST API version 1: contacts and gateways. */
export const hostTracker: Provider = plug<HostTrackerSettings>({
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
  open: ({ upstream, settings: { auth, format: word }, basePath, defaultCountry, connect, now }) => {
    const format = word === 'xml' ? xmlFormat : jsonFormat;
    const signed = authorize({ upstream: upstream.name, basePath, settings: { auth, format: word }, format, now });
    const connection = connect(signed, Object.values(auth));
    const dialect = { connection, basePath, codec: format.codec };
    const call = createCaller(dialect);
    const list = createLister(dialect);
    const reads = createEndpoints(format);
    const sift = createSift(list, reads);
    const gatewayOf = createGatewayOf(upstream);
    const account = { upstream, defaultCountry, gatewayOf };
    const contact = createContactBackend({ call, list, sift }, reads, account);
    const options = createOptionsBackend(call, reads);
    const tracker = createTracker(sift, contact);
    const writes = createWriteEndpoints(format);
    const tools = { upstream: upstream.name, defaultCountry, call, sift, reads, writes, options, tracker };
    return {
      connection,
      costs: costsOf({ reads, writes, auth }),
      backends: {
        contact: { ...contact, writes: createContactWrites(tools) },
        gateway: createGatewayBackend(call, reads, gatewayOf),
        hostTrackerOptions: options,
        hostTrackerBulk: createBulkBackend(tools, account),
      },
      looks: tracker.looks,
      probe: async (asking) => {
        await call(reads.contactTypes, undefined, asking);
      },
    };
  },
});
