import type { EmulatorName } from '../../../src/emulators/index.js';
import { writeResources } from './ictcore-resources.js';
import { writeSending } from './ictcore-sending.js';
import type { Scenario } from './scenario.js';

/** By provider: sends every write of its document, each by the mutation that the table names. */
export const WRITES: Readonly<Record<EmulatorName, (scenario: Scenario) => Promise<void>>> = {
  hosttracker: async ({ write, make, find }) => {
    const email = { address: 'nowa.osoba@example.com', name: 'Nowa Osoba', sendNews: true };
    const gateway = (channel: string): Promise<string> =>
      find('name', `{ gateways(providers: [HOSTTRACKER], channel: ${channel}) { nodes { name } } }`);
    const sms = { address: '48500111999', gateway: await gateway('SMS') };
    const im = { address: 'nowa.osoba', gateway: await gateway('IM') };
    const kinds = [
      [await make('createContact', { input: { hostTrackerEmail: email } }), { reportFormat: 'SHORT_TEXT' }],
      [await make('createContact', { input: { hostTrackerSms: sms } }), { alertDelayMinutes: 15 }],
      [await make('createContact', { input: { hostTrackerIm: im } }), { address: 'inna.osoba' }],
      [
        await make('createContact', { input: { hostTrackerVoice: { address: '12125550123' } } }),
        { name: 'Night desk' },
      ],
    ] as const;
    for (const [id, hostTracker] of kinds) await write('updateContact', { id, input: { hostTracker } });
    const several = [
      { hostTrackerEmail: { address: 'first@example.com' } },
      { hostTrackerVoice: { address: '12125550124' } },
    ];
    await write('createContacts', { inputs: several });

    // Nobody but its mailbox was told the code of the one that ships unconfirmed.
    const sought = '{ addresses: ["jozef.dabrowski@example.com"], confirmed: false }';
    const id = await find('id', `{ contacts(filter: { hostTracker: ${sought} }) { nodes { id } } }`);
    await write('confirmContact', { id, code: '64700' });
    await write('resendConfirmationCode', { id: kinds[0][0] });

    const filter = { addresses: [email.address] };
    await write('updateHostTrackerContacts', { input: { filter, alertDelayMinutes: 30 } });
    await write('deleteHostTrackerContacts', { input: { filter, expectedCount: 1 } });
    await write('deleteContact', { id: kinds[1][0] });
  },

  cloudsigma: async ({ write, make, find }) => {
    const person = { email: 'nowa.osoba@example.com', name: 'Nowa Osoba', phone: '+48500111999' };
    const id = await make('createContact', { input: { cloudSigma: person } });
    await write('updateContact', { id, input: { cloudSigma: { name: 'Nowa Osoba-Nowak' } } });
    await write('deleteContact', { id });
    const preference = (name: string, selection = name): Promise<string> =>
      find(name, `{ notificationPreferences { ${selection} } }`);
    const contactId = await preference('id', 'contact { id }');
    const [medium, type] = [await preference('medium'), await preference('type')];
    const preferences = [{ contactId, medium, type, enabled: false }];
    await write('setNotificationPreferences', { input: { preferences } });
  },

  hostway: async ({ write, make }) => {
    const person = { name: 'nosoba', email: 'nowa.osoba@example.com', displayName: 'Nowa Osoba' };
    const id = await make('createContact', { input: { hostway: person } });
    await write('updateContact', { id, input: { hostway: { company: 'Trunkline' } } });
  },

  ictcore: async (scenario) => {
    await writeResources(scenario);
    await writeSending(scenario);
  },

  serwersms: async ({ write, make }) => {
    const group = await make('createGroup', { input: { upstream: 'serwersms', name: 'Nowa grupa' } });
    await write('updateGroup', { id: group, input: { name: 'Starsza grupa' } });
    const person = { phone: '+48500111999', firstName: 'Nowa', groupIds: [group] };
    const id = await make('createContact', { input: { serwerSms: person } });
    await write('updateContact', { id, input: { serwerSms: { lastName: 'Osoba' } } });
    await write('deleteContact', { id });
    await write('deleteGroup', { id: group });
  },
};
