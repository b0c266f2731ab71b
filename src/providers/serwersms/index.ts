import { plug } from '../../graph/provider.js';
import { createCaller } from '../../wire/caller.js';
import { contactBackend } from './contact.js';
import { credentialsOf } from './credentials.js';
import { endpoints } from './endpoints.js';
import { groupBackend } from './group.js';
import { SerwerSmsGroupResolver } from './group-resolver.js';
import { refusal } from './refusal.js';
import { settings } from './settings.js';
import { SerwerSmsContact, SerwerSmsGroup } from './types.js';

/** SerwerSMS, HTTPS API v2: contacts and groups. */
export const serwerSms = plug({
  name: 'serwersms',
  title: 'SerwerSMS',
  settings,
  types: [SerwerSmsContact, SerwerSmsGroup],
  resolvers: [SerwerSmsGroupResolver],
  open: ({ settings: { auth }, upstream, basePath, defaultCountry, connect, now }) => {
    const { codec, authorize, secrets } = credentialsOf(auth);
    const connection = connect(authorize, secrets);
    const call = createCaller({ connection, basePath, codec, refusal }, now);
    const way = { call, upstream, defaultCountry };
    return {
      connection,
      backends: { contact: contactBackend(way), group: groupBackend(way) },
      probe: async (asking) => {
        await call(endpoints.listGroups, { page: 1, limit: 1 }, asking);
      },
    };
  },
});
