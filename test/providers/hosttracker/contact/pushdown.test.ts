import { expect, test } from 'vitest';

import { harness } from '../fixture.js';

const { find, reset, seen, ask } = harness();

const IDS = ['Email', 'SMS', 'IM', 'VoiceCall'].map((_, index) => `092a2bc9-58d1-e411-80c3-00000000000${index}`);
const [EMAIL = '', SMS = '', IM = '', VOICE = ''] = IDS;

/** One contact of each type. */
function four(): void {
  reset([
    { id: EMAIL, contactType: 'Email', address: 'Anna@Example.com', sendBillingNotifications: true },
    { id: SMS, contactType: 'SMS', address: '48500111222' },
    { id: IM, contactType: 'IM', address: 'anna@example.com' },
    { id: VOICE, contactType: 'VoiceCall', address: '500111222', billingOverlimit: ['VoiceBalance'] },
  ]);
}

test('a phone is looked for among all but e-mails, in whatever spelling', async () => {
  const spellings = ['48500111222', '500 111 222', '+48 500-111-222', '0048500111222', '500111222 wew. 12'];
  const others = ['22 555 12 00 / 500 111 222', '48500111223', '500111222#'];
  reset([
    { id: EMAIL, contactType: 'Email', address: 'Anna@Example.com' },
    ...[...spellings, ...others].map((address, at) => ({ id: idAt(at), contactType: 'SMS', address }) as const),
  ]);
  for (const phone of [{ eq: '+48 500 111 222' }, { in: ['500111222', '+442079460018'] }]) {
    const { ids, query } = await find({ phone });
    expect(ids).toEqual([0, 1, 2, 3, 4, 5].map(idAt));
    expect(query).toEqual(['contactType=Email', 'excludeContactTypes=True']);
  }
  expect((await find({ phone: { eq: '+48500111222;ext=12' } })).ids).toEqual([idAt(4)]);
});

function idAt(at: number): string {
  return `092a2bc9-58d1-e411-80c3-00000000010${at}`;
}

test('addresses are looked for among all e-mails, or in the list', async () => {
  four();
  for (const [filter, ids, query] of [
    [{ email: { eq: 'ANNA@example.com' } }, [EMAIL], ['contactType=Email']],
    [{ email: { in: ['nobody@example.com', 'anna@example.com'] } }, [EMAIL], ['contactType=Email']],
    [{ hostTracker: { addresses: ['48500111222', 'ANNA@example.com'] } }, [EMAIL, SMS, IM], []],
    [{ hostTracker: { excludeAddresses: ['48500111222', 'ANNA@example.com'] } }, [VOICE], []],
  ] as const) {
    expect(await find(filter)).toMatchObject({ ids, query });
  }
});

test('a part of an address is looked for among the types that can hold one', async () => {
  four();
  const email = await find({ email: { contains: 'ANNA@' } });
  expect(email).toMatchObject({ ids: [EMAIL], query: ['contactType=Email'], source: { fetched: 1, matched: 1 } });
  const phone = await find({ phone: { startsWith: '+48 500' } });
  expect(phone).toMatchObject({
    ids: [SMS, VOICE],
    query: ['contactType=Email', 'excludeContactTypes=True'],
    source: { fetched: 3, matched: 2, pushedDown: ['phone.startsWith'] },
  });
  expect((await find({ channel: 'SMS', phone: { contains: '111' } })).query).toEqual(['contactType=SMS']);
});

test('one type can be asked for, or all but one', async () => {
  four();
  const asked = async (contactTypes: string[]) => (await find({ hostTracker: { contactTypes } })).query;
  expect(await asked(['VOICE'])).toEqual(['contactType=VoiceCall']);
  expect(await asked(['VOICE', 'IM', 'SMS'])).toEqual(['contactType=Email', 'excludeContactTypes=True']);
  expect(await asked(['VOICE', 'IM'])).toEqual([]);
  expect(await asked(['VOICE', 'IM', 'SMS', 'EMAIL'])).toEqual([]);
  const { ids, query } = await find({ hostTracker: { excludeContactTypes: ['IM'] } });
  expect(ids).toEqual([EMAIL, SMS, VOICE]);
  expect(query).toEqual(['contactType=IM', 'excludeContactTypes=True']);
});

test('a word that turns a list around turns no other condition around', async () => {
  four();
  const both = { upstreamIds: [SMS], excludeUpstreamIds: [SMS] };
  expect(await find({ hostTracker: both })).toMatchObject({ ids: [], query: [`ids=${SMS}`] });
  const types = { channel: 'IM', hostTracker: { excludeContactTypes: ['IM'] } };
  expect(await find(types)).toMatchObject({
    ids: [],
    query: ['contactType=IM', 'excludeContactTypes=True'],
    source: { residual: ['channel', 'first'] },
  });
  const { ids, query } = await find({
    hostTracker: { excludeUpstreamIds: [SMS], excludeAddresses: ['anna@example.com'], confirmed: false },
  });
  expect(ids).toEqual([VOICE]);
  expect(query?.sort()).toEqual(['confirmed=False', 'excludeIds=True', `ids=${SMS}`].sort());
});

test('who has no setting for billing notifications accepts none', async () => {
  four();
  const { ids, query } = await find({ hostTracker: { acceptsBillingNotifications: false } });
  // Not asked: it may be that False finds only those that have the setting.
  expect({ ids, query }).toEqual({ ids: [SMS, IM, VOICE], query: [] });
  expect((await find({ hostTracker: { acceptsBillingNotifications: true } })).query).toEqual([
    'acceptBillingNotifications=True',
  ]);
});

test('over a limit is whoever has a reason for it', async () => {
  four();
  const { ids, query } = await find({ hostTracker: { overlimited: true } });
  expect({ ids, query }).toEqual({ ids: [VOICE], query: ['overlimited=True'] });
});

test('what cannot match asks nothing: no fax, no groups, empty lists', async () => {
  const group = Buffer.from('hosttracker:group:1').toString('base64url');
  for (const filter of [
    { channel: 'FAX' },
    { groupId: group },
    { ungrouped: false },
    { hostTracker: { contactTypes: ['FAX'] } },
    { hostTracker: { addresses: [] } },
    { hostTracker: { contactTypes: [] } },
  ]) {
    expect((await find(filter)).ids).toEqual([]);
  }
  expect(seen()).toEqual([]);
});

test('an empty filter of HostTracker matches every contact of HostTracker', async () => {
  four();
  expect((await find({ hostTracker: {} })).ids).toEqual(IDS);
  expect((await find({ hostTracker: { excludeAddresses: [], excludeContactTypes: [] } })).ids).toEqual(IDS);
  expect((await find({ not: { hostTracker: {} } })).ids).toEqual([]);
  expect((await find({ ungrouped: true })).ids).toEqual(IDS);
});

test('capabilities name every filter of the document but addresses, of which nobody knows how they are compared', async () => {
  const { data } = await ask('{ upstreams { capabilities { entities contactFilters } } }');
  expect(data).toMatchObject({
    upstreams: [
      {
        capabilities: {
          entities: ['Contact', 'Gateway'],
          contactFilters: expect.arrayContaining(
            [
              ...['contactTypes', 'excludeContactTypes', 'upstreamIds', 'excludeUpstreamIds'],
              ...['confirmed', 'overlimited', 'acceptsBillingNotifications'],
            ].map((field) => `hostTracker.${field}`),
          ) as unknown,
        },
      },
    ],
  });
});
