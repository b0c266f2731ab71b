import { TOKEN_AUTH } from '../../graph/ports/caller-auth.js';
import { defineProvider } from '../../graph/ports/provider.js';
import { createCaller } from '../../wire/caller.js';
import { createLister } from '../../wire/lister.js';
import { createContactBackend } from './contact/backend.js';
import { createContactWrites } from './contact/writes.js';
import { costs } from './costs.js';
import { credentialsOf } from './auth.js';
import { createGroupBackend } from './group/backend.js';
import { SerwerSmsGroupResolver } from './group/resolver.js';
import { createGroupWrites } from './group/writes.js';
import { readProviderError } from './errors.js';
import { createContactReads } from './contact/reads.js';
import { settings } from './settings.js';
import { createContactRecovery } from './contact/recovery.js';
import { groupEndpoints } from './group/endpoints.js';
import { createGroupRecovery } from './group/recovery.js';
import { SerwerSmsContact } from './contact/types.js';
import { SerwerSmsGroup } from './group/types.js';
import { contactInputs } from './contact/inputs.js';

/** SerwerSMS, HTTPS API v2: contacts and groups. */
export const serwerSms = defineProvider({
  name: 'serwersms',
  title: 'SerwerSMS',
  description: 'SerwerSMS, which sends text messages: contacts and their groups.',
  settings,
  callerAuth: TOKEN_AUTH,
  types: [SerwerSmsContact, SerwerSmsGroup],
  resolvers: [SerwerSmsGroupResolver],
  contactInputs,
  open: ({ settings: { auth }, upstream, basePath, defaultCountry, connect, now }) => {
    const { codec, authorize, secrets } = credentialsOf(auth);
    const connection = connect(authorize, secrets);
    const callerOptions = { connection, basePath, codec, readProviderError };
    const call = createCaller(callerOptions, now);
    const session = { call, list: createLister(callerOptions, now), upstream, defaultCountry };
    const reads = createContactReads(session);
    const contactRecovery = createContactRecovery(session, reads);
    const groupRecovery = createGroupRecovery(session);
    return {
      connection,
      costs,
      backends: {
        contact: { ...createContactBackend(session), writes: createContactWrites(session, reads, contactRecovery) },
        group: { ...createGroupBackend(session), writes: createGroupWrites(session, groupRecovery) },
      },
      reconcilers: { ...contactRecovery.reconcilers, ...groupRecovery.reconcilers },
      probe: async (callOptions) => {
        await call(groupEndpoints.list, { page: 1, limit: 1 }, callOptions);
      },
    };
  },
});
