import { messageTypes } from '../../graph/message/message.js';
import { programTypes } from '../../graph/program/program.js';
import { plug, type Provider } from '../../graph/provider.js';
import { createCaller } from '../../wire/caller.js';
import { createLister } from '../../wire/lister.js';
import { createSender, createTransferrer } from '../../wire/transfer.js';
import { accountBackend } from './account.js';
import { attemptBackend } from './attempt.js';
import { attemptReads } from './attempt-reads.js';
import { campaignBackend } from './campaign.js';
import { campaignLooks } from './campaign-look.js';
import { contactBackend } from './contact.js';
import { IctCoreContactResolver } from './contact-resolver.js';
import { contactInputs } from './contact-write-types.js';
import { IctCoreContactTransmissionsResolver } from './contact-transmissions.js';
import { costsOf } from './costs.js';
import { codec, refusal } from './dialect.js';
import { endpoints } from './endpoints.js';
import { fieldCosts } from './field-costs.js';
import { groupBackend } from './group.js';
import { IctCoreGroupResolver } from './group-resolver.js';
import { loginOf } from './login.js';
import { peopleLooks } from './looks.js';
import { mediaBackend } from './media.js';
import { messageBackend } from './message.js';
import { phpErrorIn } from './php-errors.js';
import { programBackend } from './program.js';
import { listPrograms } from './program-list.js';
import { settings } from './settings.js';
import { statisticsBackend } from './statistics.js';
import { transmissionBackend } from './transmission.js';
import { transmissionLooks } from './transmission-look.js';
import { trunkBackend } from './trunk.js';
import { TrunkMutationResolver, TrunkPayloadResolver } from './trunk-mutation.js';
import { IctCoreTrunkResolver } from './trunk-resolver.js';
import { trunkWrites } from './trunk-write.js';
import { IctCoreContact, IctCoreGroup, IctCoreTrunk } from './types.js';
import { userBackend, userReader } from './user.js';

/** ICTCore, REST API: contacts, groups and trunks of one installation. */
export const ictCore: Provider = plug({
  name: 'ictcore',
  title: 'ICTCore',
  description:
    'ICTCore, an installation that sends and receives calls, faxes, text messages and e-mails: contacts, groups, programs, campaigns and transmissions.',
  settings,
  types: [IctCoreContact, IctCoreGroup, IctCoreTrunk, ...programTypes, ...messageTypes],
  resolvers: [
    IctCoreContactResolver,
    IctCoreContactTransmissionsResolver,
    IctCoreGroupResolver,
    IctCoreTrunkResolver,
    TrunkMutationResolver,
    TrunkPayloadResolver,
  ],
  contactInputs,
  fieldCosts,
  mutations: ['createTrunk', 'updateTrunk', 'deleteTrunk'],
  open: (opening) => {
    const { upstream, basePath, defaultCountry, connect, now } = opening;
    const { authorize, secrets } = loginOf(opening.settings, opening);
    const connection = connect(authorize, secrets);
    const dialect = { connection, basePath, codec, refusal, garbled: phpErrorIn };
    const way = { call: createCaller(dialect, now), list: createLister(dialect, now), upstream, defaultCountry };
    const files = { transfer: createTransferrer(dialect, now), send: createSender(dialect, now) };
    const trunks = trunkBackend(way);
    const people = {
      contact: contactBackend(way),
      group: groupBackend(way),
      gateway: trunks,
      account: accountBackend(way),
      user: userBackend(way),
    };
    // A server may be busy with a request for as long again as we waited for its answer.
    const doubt = { now, doubtMs: 2 * connection.timeoutMs };
    const campaign = campaignBackend(way, doubt);
    const attempts = attemptReads(way);
    const programs = listPrograms(way);
    return {
      connection,
      costs: costsOf(opening.settings),
      backends: {
        ...people,
        trunk: trunkWrites(way, trunks),
        media: mediaBackend(files, way, now),
        campaign,
        transmission: transmissionBackend(way, { doubt, attempts, programs }),
        attempt: attemptBackend(way, attempts),
        statistics: statisticsBackend(way),
        program: programBackend(way, programs),
        message: messageBackend(way),
      },
      looks: {
        ...peopleLooks(way, people, userReader(way)),
        ...campaignLooks(campaign),
        ...transmissionLooks(way),
      },
      // At most one contact; who may not read contacts has nothing of this upstream.
      probe: async (asking) => {
        await way.call(endpoints.probeContacts, {}, asking);
      },
    };
  },
});
