import { plug } from '../../graph/provider.js';
import { createCaller } from '../../wire/caller.js';
import { createLister } from '../../wire/lister.js';
import { contactBackend } from './contact.js';
import { createContactWrites } from './contact-write.js';
import { costs } from './costs.js';
import { credentialsOf } from './credentials.js';
import { endpoints } from './endpoints.js';
import { groupBackend } from './group.js';
import { SerwerSmsGroupResolver } from './group-resolver.js';
import { createGroupWrites } from './group-write.js';
import { refusal } from './refusal.js';
import { createRows } from './rows.js';
import { settings } from './settings.js';
import { createTracker } from './trail.js';
import { SerwerSmsContact, SerwerSmsGroup } from './types.js';
import { contactInputs } from './write-inputs.js';

/** SerwerSMS, HTTPS API v2: contacts and groups. */
export const serwerSms = plug({
  name: 'serwersms',
  title: 'SerwerSMS',
  description: 'SerwerSMS, which sends text messages: contacts and their groups.',
  settings,
  types: [SerwerSmsContact, SerwerSmsGroup],
  resolvers: [SerwerSmsGroupResolver],
  contactInputs,
  open: ({ settings: { auth }, upstream, basePath, defaultCountry, connect, now }) => {
    const { codec, authorize, secrets } = credentialsOf(auth);
    const connection = connect(authorize, secrets);
    const dialect = { connection, basePath, codec, refusal };
    const call = createCaller(dialect, now);
    const way = { call, list: createLister(dialect, now), upstream, defaultCountry };
    const rows = createRows(way);
    const tracker = createTracker(way, rows);
    return {
      connection,
      costs,
      backends: {
        contact: { ...contactBackend(way), writes: createContactWrites(way, rows, tracker) },
        group: { ...groupBackend(way), writes: createGroupWrites(way, tracker) },
      },
      looks: tracker.looks,
      probe: async (asking) => {
        await call(endpoints.listGroups, { page: 1, limit: 1 }, asking);
      },
    };
  },
});
