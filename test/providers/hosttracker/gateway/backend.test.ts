import { expect, test } from 'vitest';

import { encodeId } from '../../../../src/graph/values/id.js';
import { hostTracker } from '../../../../src/providers/hosttracker/index.js';
import { startGateway } from '../../../support/gateway.js';
import { harness, TOKEN } from '../fixture.js';

const { ask, seen, reset } = harness();

const idOf = (key: string): string => encodeId('hosttracker', 'gateway', key);

test('the voice gateway is listed nowhere and always there', async () => {
  const { data } = await ask('{ gateways { nodes { __typename upstreamId name channels } } }');
  const voice = {
    __typename: 'HostTrackerGateway',
    upstreamId: 'voice/twiliovoice',
    name: 'twiliovoice',
    channels: ['VOICE'],
  };
  expect(data).toMatchObject({ gateways: { nodes: expect.arrayContaining([voice]) as unknown } });
  expect(seen().sort()).toEqual(['GET /contacts/im/gateways', 'GET /contacts/sms/gateways']);
  reset();
  expect((await ask('{ gateways(channel: VOICE) { nodes { name } } }')).data).toEqual({
    gateways: { nodes: [{ name: 'twiliovoice' }] },
  });
  expect(seen()).toEqual([]);
});

test('gateways of one channel are one request, and of none no request', async () => {
  await ask('{ gateways(channel: IM) { nodes { name } } }');
  expect((await ask('{ gateways(channel: EMAIL) { nodes { name } } }')).data).toEqual({ gateways: { nodes: [] } });
  expect(seen()).toEqual(['GET /contacts/im/gateways']);
});

test('a gateway is found by its kind and name with no more than that list', async () => {
  const ids = ['sms/clickatell', 'sms/infobip', 'voice/twiliovoice', 'sms/twiliovoice', 'fax/x', 'sms/'].map(idOf);
  const { data } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(data).toEqual({ nodes: [...ids.slice(0, 3).map((id) => ({ id })), null, null, null] });
  expect(seen()).toEqual(['GET /contacts/sms/gateways']);
});

test("a contact's gateway comes with its row", async () => {
  reset([
    { contactType: 'SMS', address: '48500111222', gateway: 'infobip' },
    { contactType: 'IM', address: 'anna', gateway: 'GTalk' },
    { contactType: 'VoiceCall', address: '48500111222' },
  ]);
  const gateway = 'gateway { id channels }';
  const { data } = await ask(`{ contacts { nodes {
    ... on HostTrackerSmsContact { ${gateway} } ... on HostTrackerImContact { ${gateway} }
    ... on HostTrackerVoiceContact { ${gateway} } } } }`);
  expect(data).toEqual({
    contacts: {
      nodes: [
        { gateway: { id: idOf('sms/infobip'), channels: ['SMS'] } },
        { gateway: { id: idOf('im/GTalk'), channels: ['IM'] } },
        { gateway: { id: idOf('voice/twiliovoice'), channels: ['VOICE'] } },
      ],
    },
  });
  expect(seen()).toEqual(['GET /contacts']);
});

test('options cost one request for each field that is selected', async () => {
  await ask('{ hostTrackerOptions { imGateways alertDelaysMinutes } again: hostTrackerOptions { imGateways } }');
  expect(seen().sort()).toEqual(['GET /contacts/delays', 'GET /contacts/im/gateways']);
});

test('options of several accounts need the name of one', async () => {
  const upstream = { provider: hostTracker, baseUrl: 'http://127.0.0.1:9', settings: TOKEN };
  const gateway = startGateway([
    { ...upstream, name: 'day' },
    { ...upstream, name: 'night' },
  ]);
  for (const [argument, problem] of [
    ['', '"upstream" must name one HostTracker account; configured are: day, night'],
    ['(upstream: "dawn")', '"dawn" is no HostTracker account; configured are: day, night'],
  ] as const) {
    const { errors } = await gateway.ask(`{ hostTrackerOptions${argument} { contactTypes } }`);
    expect(errors).toMatchObject([{ message: problem, extensions: { code: 'BAD_USER_INPUT' } }]);
  }
  const { errors } = await gateway.ask('{ hostTrackerOptions(upstream: "night") { contactTypes } }');
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', upstream: 'night' } }]);
  await gateway.close();
});
