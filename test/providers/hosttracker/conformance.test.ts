import { CREDENTIALS, PREFIX, startHostTracker } from '../../../src/emulators/hosttracker/index.js';
import { hostTracker } from '../../../src/providers/hosttracker/index.js';
import { testExchanges } from '../../support/stub-server.js';
import { testProvider } from '../conformance/test-provider.js';
import { startHostileHostTracker } from '../hostile-seeds.js';

const { login, password, token } = CREDENTIALS;

testExchanges(hostTracker, { settings: { auth: { token } }, basePath: PREFIX });

for (const format of ['json', 'xml']) {
  testProvider({
    provider: hostTracker,
    start: startHostTracker,
    hostile: {
      start: startHostileHostTracker,
    },
    basePath: PREFIX,
    settings: { auth: { login, password }, format },
    secrets: [password, token],
    unknownKeys: ['00000000-58d1-e411-80c3-00155d36955e', '7', '../users', "sms/' OR 1", 'voice/other'],
    filters: (rows) => {
      const of = (field: string, values: readonly unknown[]) =>
        values.map((value) => ({ hostTracker: { [field]: value } }));
      const addresses = rows.map((row) => ('address' in row ? String(row.address) : ''));
      const spelled = [
        ...addresses.map((address, index) => [address, addresses[(index * 7) % addresses.length]?.toUpperCase()]),
        [],
        [' '],
        ['a,b', '"x"'],
      ];
      const ids = rows.map(({ upstreamId }, index) => [
        upstreamId,
        rows[(index * 7) % rows.length]?.upstreamId.toUpperCase(),
      ]);
      const types = [
        ['SMS'],
        ['IM', 'VOICE'],
        ['EMAIL', 'SMS', 'FAX'],
        ['FAX'],
        [],
        ['SMS', 'EMAIL', 'IM', 'VOICE'],
        ['SMS', 'IM', 'VOICE'],
      ];
      const messengers = rows.flatMap((row) => (row.channels.includes('IM') && 'address' in row ? [row.address] : []));
      return {
        // What HostTracker finds by address need be neither e-mail nor phone.
        'email.eq': messengers.map((eq) => ({ email: { eq } })),
        'phone.eq': addresses.map((eq) => ({ phone: { eq } })),
        'hostTracker.addresses': of('addresses', spelled),
        'hostTracker.excludeAddresses': of('excludeAddresses', spelled),
        'hostTracker.contactTypes': of('contactTypes', types),
        'hostTracker.excludeContactTypes': of('excludeContactTypes', types),
        'hostTracker.upstreamIds': of('upstreamIds', [...ids, ['7'], []]),
        'hostTracker.excludeUpstreamIds': of('excludeUpstreamIds', [...ids, ['7'], []]),
        'hostTracker.confirmed': of('confirmed', [true, false]),
        'hostTracker.overlimited': of('overlimited', [true, false]),
        'hostTracker.acceptsBillingNotifications': of('acceptsBillingNotifications', [true, false]),
      };
    },
  });
}
