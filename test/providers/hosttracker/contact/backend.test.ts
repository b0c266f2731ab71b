import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { startHostTracker, type HostTrackerSeed } from '../../../../src/emulators/hosttracker/index.js';
import { encodeId } from '../../../../src/graph/values/id.js';
import { harness, over, TOKEN } from '../fixture.js';

const { ask, seen, reset, find } = harness();

const ALL = `{ contacts(first: 1000, orderBy: { field: DISPLAY_NAME }) { totalCount nodes {
  __typename id upstreamId displayName emails phones channels groups { id }
  ... on HostTrackerContact {
    address name confirmed sendCost alertDelayMinutes activePeriod { start end crossesMidnight }
    activeDays billingOverlimit subscriptions
  }
  ... on HostTrackerEmailContact { reportFormat sendNews sendPressRelease sendBillingNotifications }
  ... on HostTrackerSmsContact { gateway { id name channels } }
  ... on HostTrackerImContact { gateway { id name channels } }
  ... on HostTrackerVoiceContact { gateway { id name channels } }
} } }`;

const GUID = '092a2bc9-58d1-e411-80c3-00155d36955e';
const OTHER = '695dc35a-59d1-e411-80c3-00155d36955e';
const idOf = (key: string): string => encodeId('hosttracker', 'contact', key);

type Row = NonNullable<HostTrackerSeed['contacts']>[number];

async function only(row: Partial<Row>, fields: string): Promise<unknown> {
  reset([{ id: GUID, contactType: 'Email', address: 'anna@example.com', ...row }]);
  const { data, errors } = await ask(`{ contact(id: "${idOf(GUID)}") { ${fields} } }`);
  expect(errors).toEqual([]);
  return data?.['contact'];
}

test('a list has no pages', async () => {
  const { data } = await ask('{ contacts(first: 2) { nodes { id } pageInfo { hasNextPage } } }');
  expect(data).toMatchObject({ contacts: { pageInfo: { hasNextPage: true } } });
  expect(seen()).toEqual(['GET /contacts']);
});

test('one contact is read by its path and several by one filter', async () => {
  reset([
    { id: GUID, contactType: 'Email', address: 'a@example.com' },
    { id: OTHER, contactType: 'Email', address: 'b@example.com' },
  ]);
  await ask(`{ node(id: "${idOf(GUID)}") { id } }`);
  await ask(`{ nodes(ids: ["${idOf(GUID)}", "${idOf(OTHER)}"]) { id } }`);
  expect(seen()).toEqual([`GET /contacts/${GUID}`, `GET /contacts?ids=${GUID}&ids=${OTHER}`]);
});

test('more ids than a query holds are read with the whole list', async () => {
  const keys = Array.from({ length: 60 }, (_, index) => `092a2bc9-58d1-e411-80c3-${String(index).padStart(12, '0')}`);
  reset(keys.map((id) => ({ id, contactType: 'SMS' as const, address: '48500111222' })));
  const { data } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: keys.map(idOf) });
  expect(data).toEqual({ nodes: keys.map((key) => ({ id: idOf(key) })) });
  expect(seen()).toEqual(['GET /contacts']);
});

test('an id that is no GUID is never sent', async () => {
  const ids = ['7', '../users/token', `${GUID}?x=1`, `${GUID}\n`].map(idOf);
  const { data, errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect({ data, errors }).toEqual({ data: { nodes: [null, null, null, null] }, errors: [] });
  expect((await find({ hostTracker: { upstreamIds: ['7', '../users/token'] } })).ids).toEqual([]);
  expect(seen()).toEqual([]);
});

test('an id of somebody else finds nothing', async () => {
  reset([{ id: GUID, contactType: 'Email', address: 'a@example.com' }]);
  expect((await ask(`{ contact(id: "${idOf(OTHER)}") { id } }`)).data).toEqual({ contact: null });
});

test('a GUID in capitals names the same contact', async () => {
  reset([{ id: GUID, contactType: 'Email', address: 'a@example.com' }]);
  const { data } = await ask(`{ contact(id: "${idOf(GUID.toUpperCase())}") { id } }`);
  expect(data).toEqual({ contact: { id: idOf(GUID) } });
});

test('numbers are without their plus', async () => {
  const fields = 'phones ... on HostTrackerContact { address }';
  expect(await only({ contactType: 'SMS', address: '48500111222' }, fields)).toEqual({
    phones: ['+48500111222'],
    address: '48500111222',
  });
});

test('an IM address is neither e-mail nor phone', async () => {
  const fields = 'emails phones displayName channels';
  for (const address of ['anna@example.com', '48500111222']) {
    expect(await only({ contactType: 'IM', address, name: '' }, fields)).toEqual({
      emails: [],
      phones: [],
      displayName: address,
      channels: ['IM'],
    });
  }
  expect((await find({ email: { eq: 'anna@example.com' } })).ids).toEqual([]);
});

describe('empty is nothing', () => {
  test.each([
    ['no name', { name: '' }, { name: null }],
    ['half a period', { activePeriodStart: '08:00' }, { activePeriod: null }],
    ['no days', { activeDays: [] }, { activeDays: null }],
  ])('%s', async (_, row, expected) => {
    const fields = '... on HostTrackerContact { name activePeriod { start } activeDays }';
    expect(await only(row, fields)).toMatchObject(expected);
  });
});

test('a period that starts later than it ends crosses midnight', async () => {
  const fields = '... on HostTrackerContact { activePeriod { start end crossesMidnight } }';
  for (const [start, end, crossesMidnight] of [
    ['22:00', '06:00', true],
    ['08:00', '16:00', false],
    ['08:00', '08:00', false],
  ] as const) {
    const period = await only({ activePeriodStart: start, activePeriodEnd: end }, fields);
    expect(period).toEqual({ activePeriod: { start, end, crossesMidnight } });
  }
});

test('a report format that the document does not know is UNKNOWN', async () => {
  const formats = ['Text', 'ShortText', 'HTML', 'Pdf', 'Markdown'];
  const found = [];
  for (const reportFormat of formats) {
    found.push(await only({ reportFormat }, '... on HostTrackerEmailContact { reportFormat }'));
  }
  const expected = ['TEXT', 'SHORT_TEXT', 'HTML', 'PDF', 'UNKNOWN'];
  expect(found).toEqual(expected.map((reportFormat) => ({ reportFormat })));
});

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const time = fc.constantFrom(null, '00:00', '08:30', '23:59');
const word = fc.stringMatching(/^[A-Za-z]{1,8}$/);
const anyRow = fc.record(
  {
    contactType: fc.constantFrom('Email', 'SMS', 'IM', 'VoiceCall'),
    address: text.filter((address) => address.trim() !== ''),
    name: fc.option(text),
    confirmed: fc.boolean(),
    sendCost: fc.constantFrom(0, 0.02, 0.222, 12),
    alertDelay: fc.nat(720),
    activePeriodStart: time,
    activePeriodEnd: time,
    activeDays: fc.option(fc.subarray(['Sunday', 'Monday', 'Friday'])),
    billingOverlimit: fc.array(word, { maxLength: 3 }),
    subscriptions: fc.array(
      fc.record({ taskId: word, contactId: word, alertTypes: fc.array(word, { maxLength: 2 }) }),
      { maxLength: 3 },
    ),
    reportFormat: fc.constantFrom('Text', 'Pdf', 'Else'),
    sendNews: fc.boolean(),
    gateway: fc.constantFrom('clickatell', 'GTalk'),
  },
  { requiredKeys: ['contactType', 'address'] },
);

test('XML and JSON tell the same contacts', async () => {
  const emulator = await startHostTracker();
  const gateways = [over(emulator), over(emulator, { ...TOKEN, format: 'xml' })];
  const same = async (): Promise<unknown> => {
    const [json, xml] = await Promise.all(gateways.map((gateway) => gateway.ask(ALL)));
    expect(json?.errors).toEqual([]);
    expect(xml?.errors).toEqual([]);
    expect(xml?.data).toEqual(json?.data);
    return json?.data?.['contacts'];
  };
  try {
    expect(await same()).toMatchObject({ totalCount: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 3 }), async (rows) => {
        emulator.reset({ contacts: rows });
        expect(await same()).toMatchObject({ totalCount: rows.length });
      }),
      { numRuns: 60 },
    );
  } finally {
    await Promise.all(gateways.map((gateway) => gateway.close()));
    await emulator.close();
  }
});
