import { plug, type Provider } from '../../graph/provider.js';
import { createCaller } from '../../wire/caller.js';
import { createContactBackend } from './contact.js';
import { createEndpoints } from './endpoints.js';
import { contactFilter } from './filter.js';
import { createGatewayBackend, createGatewayOf } from './gateway.js';
import { jsonFormat } from './json-format.js';
import { createOptionsBackend, HostTrackerOptionsResolver } from './options.js';
import { settings, type HostTrackerSettings } from './settings.js';
import { authorize } from './ticket.js';
import {
  HostTrackerEmailContact,
  HostTrackerGateway,
  HostTrackerImContact,
  HostTrackerSmsContact,
  HostTrackerVoiceContact,
} from './types.js';
import { xmlFormat } from './xml-format.js';

/** HostTracker, REST API version 1: contacts and gateways. */
export const hostTracker: Provider = plug<HostTrackerSettings>({
  name: 'hosttracker',
  title: 'HostTracker',
  settings,
  types: [
    HostTrackerEmailContact,
    HostTrackerSmsContact,
    HostTrackerImContact,
    HostTrackerVoiceContact,
    HostTrackerGateway,
  ],
  resolvers: [HostTrackerOptionsResolver],
  contactFilter,
  open: ({ upstream, settings: { auth, format: word }, basePath, defaultCountry, connect, now }) => {
    const format = word === 'xml' ? xmlFormat : jsonFormat;
    const signed = authorize({ upstream: upstream.name, basePath, settings: { auth, format: word }, format, now });
    const connection = connect(signed, Object.values(auth));
    const call = createCaller({ connection, basePath, codec: format.codec });
    const endpoints = createEndpoints(format);
    const gatewayOf = createGatewayOf(upstream);
    return {
      connection,
      backends: {
        contact: createContactBackend(call, endpoints, { upstream, defaultCountry, gatewayOf }),
        gateway: createGatewayBackend(call, endpoints, gatewayOf),
        hostTrackerOptions: createOptionsBackend(call, endpoints),
      },
      probe: async (asking) => {
        await call(endpoints.contactTypes, undefined, asking);
      },
    };
  },
});
