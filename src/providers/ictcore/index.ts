import { messageTypes } from '../../graph/message/types.js';
import { programTypes } from '../../graph/program/types.js';
import { tokenOrUser } from '../../graph/ports/caller-auth.js';
import { defineProvider, type Provider } from '../../graph/ports/provider.js';
import { createCaller } from '../../wire/caller.js';
import { createLister } from '../../wire/lister.js';
import { createFileUploader, createFileDownloader } from '../../wire/file-transfer.js';
import { createAccountBackend } from './account/backend.js';
import { createAttemptBackend } from './attempt/backend.js';
import { createAttemptLoaders } from './attempt/loaders.js';
import { createCampaignBackend } from './campaign/backend.js';
import { campaignReconcilers } from './campaign/recovery.js';
import { createContactBackend } from './contact/backend.js';
import { contactInputs } from './contact/inputs.js';
import { IctCoreContactTransmissionsResolver } from './contact/transmissions-resolver.js';
import { costsOf, fieldCosts } from './costs.js';
import { codec, readProviderError } from './errors.js';
import { contactEndpoints } from './contact/endpoints.js';
import { createGroupBackend } from './group/backend.js';
import { createMembership } from './group/membership.js';
import { IctCoreGroupResolver } from './group/resolver.js';
import { createAuth } from './auth.js';
import { directoryReconcilers } from './recovery.js';
import { createMediaBackend } from './media/backend.js';
import { createMessageBackend } from './message/backend.js';
import { findPhpError } from './php-errors.js';
import { createProgramBackend } from './program/backend.js';
import { createProgramListLoader } from './program/list-loader.js';
import { settings } from './settings.js';
import { createStatisticsBackend } from './statistics/backend.js';
import { createTransmissionBackend } from './transmission/backend.js';
import { transmissionReconcilers } from './transmission/recovery.js';
import { createTrunkBackend } from './gateway/backend.js';
import { TrunkMutationResolver, TrunkPayloadResolver } from './gateway/mutation.js';
import { createTrunkWrites } from './gateway/writes.js';
import { IctCoreContact } from './contact/types.js';
import { IctCoreGroup } from './group/types.js';
import { IctCoreTrunk } from './gateway/types.js';
import { createUserBackend } from './user/backend.js';

/** ICTCore, REST API: contacts, groups and trunks of one installation. */
export const ictCore: Provider = defineProvider({
  name: 'ictcore',
  title: 'ICTCore',
  description:
    'ICTCore, an installation that sends and receives calls, faxes, text messages and e-mails: contacts, groups, programs, campaigns and transmissions.',
  settings,
  callerAuth: tokenOrUser('username'),
  types: [IctCoreContact, IctCoreGroup, IctCoreTrunk, ...programTypes, ...messageTypes],
  resolvers: [IctCoreContactTransmissionsResolver, IctCoreGroupResolver, TrunkMutationResolver, TrunkPayloadResolver],
  contactInputs,
  fieldCosts,
  mutations: ['createTrunk', 'updateTrunk', 'deleteTrunk'],
  open: (openOptions) => {
    const { upstream, basePath, defaultCountry, connect, now } = openOptions;
    const { authorize, secrets } = createAuth(openOptions.settings, openOptions);
    const connection = connect(authorize, secrets);
    const providerApi = {
      connection,
      basePath,
      codec,
      readProviderError: readProviderError,
      readUnparsableBody: findPhpError,
    };
    const session = {
      call: createCaller(providerApi, now),
      list: createLister(providerApi, now),
      upstream,
      defaultCountry,
    };
    const transfers = { transfer: createFileDownloader(providerApi, now), send: createFileUploader(providerApi, now) };
    const trunks = createTrunkBackend(session);
    const directoryBackends = {
      contact: createContactBackend(session, createMembership(session)),
      group: createGroupBackend(session),
      gateway: trunks,
      account: createAccountBackend(session),
      user: createUserBackend(session),
    };
    // A server may be busy with a request for as long again as we waited for its answer.
    const outcomeWindow = { now, windowMs: 2 * connection.timeoutMs };
    const campaign = createCampaignBackend(session, outcomeWindow);
    const attemptLoaders = createAttemptLoaders(session);
    const loadPrograms = createProgramListLoader(session);
    return {
      connection,
      costs: costsOf(openOptions.settings),
      backends: {
        ...directoryBackends,
        trunk: createTrunkWrites(session, trunks),
        media: createMediaBackend(transfers, session, now),
        campaign,
        transmission: createTransmissionBackend(session, {
          outcomeWindow: outcomeWindow,
          attemptLoaders: attemptLoaders,
          loadPrograms: loadPrograms,
        }),
        attempt: createAttemptBackend(session, attemptLoaders),
        statistics: createStatisticsBackend(session),
        program: createProgramBackend(session, loadPrograms),
        message: createMessageBackend(session),
      },
      reconcilers: {
        ...directoryReconcilers(session, directoryBackends),
        ...campaignReconcilers(campaign),
        ...transmissionReconcilers(session),
      },
      // Reads at most one contact: credentials that may not read contacts are of no use here.
      probe: async (callOptions) => {
        await session.call(contactEndpoints.probe, {}, callOptions);
      },
    };
  },
});
