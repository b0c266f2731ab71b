import { describe, expect, test } from 'vitest';

import type { HostTrackerSeed } from '../../../../src/emulators/hosttracker/index.js';
import { harness, idOf, TOKEN } from '../fixture.js';

const { ask, reset, seen, written, emulator } = harness();
const xml = harness({}, { ...TOKEN, format: 'xml' });

const GUID = '092a2bc9-58d1-e411-80c3-00155d36955e';
const TASK = '1f3c5a70-58d1-e411-80c3-00155d36955e';

type Row = NonNullable<HostTrackerSeed['contacts']>[number];
type Input = Readonly<Record<string, unknown>>;

const EMAIL: Row = { id: GUID, contactType: 'Email', address: 'anna@example.com', name: 'Anna' };
const SMS: Row = { id: GUID, contactType: 'SMS', address: '48500111222' };
const IM: Row = { id: GUID, contactType: 'IM', address: 'anna' };
const VOICE: Row = { id: GUID, contactType: 'VoiceCall', address: '48500111222' };

const CREATE = `mutation ($input: CreateContactInput!) { it: createContact(input: $input) {
  status userErrors { code field message } contact { upstreamId ... on HostTrackerContact { address name } } } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateHostTrackerContactInput!) {
  it: updateContact(id: $id, input: { hostTracker: $input }) { status userErrors { code field message } contact {
    ... on HostTrackerContact { name activeDays alertDelayMinutes activePeriod { start } subscriptions } } } }`;

interface Answered {
  readonly userErrors: ReadonlyArray<{
    readonly code: string;
    readonly field: string[] | null;
    readonly message: string;
  }>;
  readonly contact: Readonly<Record<string, unknown>> | null;
  readonly status: string | null;
}

async function run(document: string, variables: Input, by = ask): Promise<Answered> {
  const { data, errors } = await by(document, variables);
  expect(errors).toEqual([]);
  return data?.['it'] as Answered;
}

const create = (member: string, input: Input) => run(CREATE, { input: { [member]: input } });
const update = (input: Input, by = ask) => run(UPDATE, { id: idOf(GUID), input }, by);

const email = { address: 'anna@example.com' };
const sms = { address: '+48 500 111 222', gateway: 'infobip' };

describe('what is wrong with an input is told by its path, and nothing is sent', () => {
  test.each<[string, string, Input, string[]]>([
    ['a blank address', 'hostTrackerEmail', { address: ' ' }, ['address']],
    ['an e-mail address with a name', 'hostTrackerEmail', { address: 'Anna <anna@example.com>' }, ['address']],
    ['an address of two lines', 'hostTrackerIm', { address: 'a\nb', gateway: 'GTalk' }, ['address']],
    ['words for a number', 'hostTrackerSms', { ...sms, address: 'call me' }, ['address']],
    ['four digits', 'hostTrackerVoice', { address: '1234' }, ['address']],
    ['two numbers', 'hostTrackerVoice', { address: '500111222 / 600111222' }, ['address']],
    ['an extension', 'hostTrackerVoice', { address: '22 555 12 00 wew. 12' }, ['address']],
    ['sixteen digits', 'hostTrackerVoice', { address: '1234567890123456' }, ['address']],
    ['a blank name', 'hostTrackerEmail', { ...email, name: '' }, ['name']],
    ['a name with half a character', 'hostTrackerEmail', { ...email, name: 'a\ud800' }, ['name']],
    ['a delay that is not offered', 'hostTrackerEmail', { ...email, alertDelayMinutes: 7 }, ['alertDelayMinutes']],
    ['a negative delay', 'hostTrackerEmail', { ...email, alertDelayMinutes: -5 }, ['alertDelayMinutes']],
    [
      'hours from and to the same',
      'hostTrackerEmail',
      { ...email, activePeriod: { start: '08:00', end: '08:00' } },
      ['activePeriod', 'end'],
    ],
    ['no days', 'hostTrackerEmail', { ...email, activeDays: [] }, ['activeDays']],
    ['a gateway that is not offered', 'hostTrackerSms', { ...sms, gateway: 'GTalk' }, ['gateway']],
    ['a gateway in other capitals', 'hostTrackerIm', { address: 'anna', gateway: 'gtalk' }, ['gateway']],
    ['a planned report format', 'hostTrackerEmail', { ...email, reportFormat: 'PDF' }, ['reportFormat']],
    ['an unknown report format', 'hostTrackerEmail', { ...email, reportFormat: 'UNKNOWN' }, ['reportFormat']],
    ['one subscription', 'hostTrackerEmail', { ...email, subscriptions: { taskId: TASK } }, ['subscriptions']],
    ['a word as a subscription', 'hostTrackerEmail', { ...email, subscriptions: ['x'] }, ['subscriptions', '0']],
    ['no task', 'hostTrackerEmail', { ...email, subscriptions: [{}] }, ['subscriptions', '0', 'taskId']],
    [
      'a strange field',
      'hostTrackerEmail',
      { ...email, subscriptions: [{ taskId: TASK, '><x': 1 }] },
      ['subscriptions', '0', '><x'],
    ],
    [
      'one alert type',
      'hostTrackerEmail',
      { ...email, subscriptions: [{ taskId: TASK, alertTypes: 'Down' }] },
      ['subscriptions', '0', 'alertTypes'],
    ],
    [
      'another contact',
      'hostTrackerEmail',
      { ...email, subscriptions: [{ taskId: TASK, contactId: GUID }] },
      ['subscriptions', '0', 'contactId'],
    ],
  ])('%s', async (_, member, input, field) => {
    const { userErrors, contact } = await create(member, input);
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', member, ...field] }]);
    expect(contact).toBeNull();
    expect(written()).toEqual([]);
  });

  test.each<[string, Row, Input, string]>([
    ['a gateway for an e-mail contact', EMAIL, { gateway: 'infobip' }, 'gateway'],
    ['a gateway for a voice contact', VOICE, { gateway: 'twiliovoice' }, 'gateway'],
    ['a messenger for an SMS contact', SMS, { gateway: 'GTalk' }, 'gateway'],
    ['no gateway', SMS, { gateway: null }, 'gateway'],
    ['a report format for an SMS contact', SMS, { reportFormat: 'TEXT' }, 'reportFormat'],
    ['news for an IM contact', IM, { sendNews: true }, 'sendNews'],
    ['press releases for a voice contact', VOICE, { sendPressRelease: false }, 'sendPressRelease'],
    ['bills for an SMS contact', SMS, { sendBillingNotifications: null }, 'sendBillingNotifications'],
    ['neither news nor none', EMAIL, { sendNews: null }, 'sendNews'],
    ['no report format', EMAIL, { reportFormat: null }, 'reportFormat'],
    ['no address', EMAIL, { address: null }, 'address'],
    ['an e-mail address for an SMS contact', SMS, { address: 'anna@example.com' }, 'address'],
    ['no delay', EMAIL, { alertDelayMinutes: null }, 'alertDelayMinutes'],
  ])('%s', async (_, row, input, field) => {
    reset([row]);
    const { userErrors } = await update(input);
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', 'hostTracker', field] }]);
    expect(written()).toEqual([]);
  });

  test('all mistakes at once, those of lists of HostTracker included', async () => {
    const input = { address: 'x', name: ' ', alertDelayMinutes: 1, activeDays: [], gateway: 'pigeon' };
    const { userErrors } = await create('hostTrackerSms', input);
    const fields = userErrors.map(({ field }) => field?.at(-1));
    expect(fields).toEqual(['address', 'name', 'activeDays', 'alertDelayMinutes', 'gateway']);
    expect(userErrors[4]?.message).toContain('clickatell, clickatella, infobip');
  });

  test('what is wrong anyway is told while HostTracker is down', async () => {
    emulator().addFault({ kind: 'status', status: 500 });
    const { userErrors } = await create('hostTrackerEmail', { address: 'x', alertDelayMinutes: 5 });
    expect(userErrors.map(({ field }) => field?.at(-1))).toEqual(['address']);
  });

  test('a contact that is not there, or whose id is no GUID', async () => {
    const other = '00000000-58d1-e411-80c3-00155d36955e';
    for (const id of [idOf(other), idOf('../users')]) {
      const writes = [
        `updateContact(id: "${id}", input: { hostTracker: { name: "x" } }) { userErrors { code } }`,
        `deleteContact(id: "${id}") { deletedIds userErrors { code field } }`,
        `confirmContact(id: "${id}", code: "1") { status userErrors { code } }`,
        `resendConfirmationCode(id: "${id}") { status userErrors { code } }`,
      ];
      for (const write of writes) {
        const { data, errors } = await ask(`mutation { it: ${write} }`);
        expect([errors, data]).toMatchObject([[], { it: { userErrors: [{ code: 'NOT_FOUND' }] } }]);
      }
    }
    expect(written().filter((each) => each.includes('users'))).toEqual([]);
    expect(emulator().requests.flatMap(({ effects }) => effects)).toEqual([]);
  });
});

describe('what is sent', () => {
  test.each(['+48 500-111-222', '0048500111222', '48 (500) 111.222'])(
    'a number is sent in digits alone: %s',
    async (address) => {
      const { contact } = await create('hostTrackerVoice', { address });
      expect(contact?.['address']).toBe('48500111222');
    },
  );

  test('a national number is sent with the code of its country, one of no country as its digits', async () => {
    for (const [address, sent] of [
      ['500 111 222', '48500111222'],
      // Cuban, were it read as HostTracker's own numbers are.
      ['532 123 456', '48532123456'],
      ['+49 (0)30 901820', '4930901820'],
      ['12 345', '12345'],
    ] as const) {
      const { contact } = await create('hostTrackerSms', { ...sms, address });
      expect(contact?.['address']).toBe(sent);
    }
  });

  test('an update goes by the kind of the contact, which is read first', async () => {
    for (const [row, path] of [
      [EMAIL, 'email'],
      [SMS, 'sms'],
      [IM, 'im'],
      [VOICE, 'voice'],
    ] as const) {
      reset([row]);
      await update({ name: 'Anna' });
      expect(written()).toEqual([`PUT /contacts/${path}/${GUID} {"name":"Anna"}`]);
    }
  });

  test('an update with nothing in it sends nothing and succeeds', async () => {
    expect(await update({})).toMatchObject({ userErrors: [] });
    expect(written()).toEqual([]);
  });

  test('an empty text clears a name, and null clears hours and days', async () => {
    const days = { activePeriodStart: '22:00', activePeriodEnd: '06:00', activeDays: ['Monday'] };
    for (const each of [{ ask, reset, written }, xml]) {
      each.reset([{ ...EMAIL, ...days }]);
      const { contact } = await update({ name: null, activePeriod: null, activeDays: null }, each.ask);
      expect(contact).toMatchObject({ name: null, activePeriod: null, activeDays: null });
      expect(each.written()).toHaveLength(1);
    }
  });

  test('XML writes a yes as 1, nothing as an empty element, and lists as in the document', async () => {
    xml.reset([EMAIL]);
    const subscriptions = [{ taskId: TASK, alertTypes: ['Down', 'Up & <more>'] }];
    const input = { activePeriod: null, activeDays: ['SUNDAY', 'MONDAY', 'SUNDAY'], subscriptions, sendNews: false };
    const { contact } = await update(input, xml.ask);
    expect(xml.written()).toEqual([
      `PUT /contacts/email/${GUID} <?xml version="1.0" encoding="utf-8"?><EmailContactEditableData>` +
        '<activePeriodStart></activePeriodStart><activePeriodEnd></activePeriodEnd>' +
        '<activeDays><string>Sunday</string><string>Monday</string></activeDays>' +
        `<subscriptions><Subscription><taskId>${TASK}</taskId>` +
        '<alertTypes><string>Down</string><string>Up &amp; &lt;more&gt;</string></alertTypes></Subscription></subscriptions>' +
        '<sendNews>0</sendNews></EmailContactEditableData>',
    ]);
    expect(contact).toMatchObject({ subscriptions: [{ ...subscriptions[0], contactId: GUID }] });
  });

  test('lists of delays and gateways are read only where something of them is chosen', async () => {
    await create('hostTrackerEmail', { ...email, name: 'Anna' });
    expect(seen().filter((each) => /delays|gateways/.test(each))).toEqual([]);
  });
});
