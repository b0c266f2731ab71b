import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { CREDENTIALS } from '../../../../src/emulators/serwersms/index.js';
import type { Seed } from '../../../../src/emulators/serwersms/state.js';
import { serwerSms } from '../../../../src/providers/serwersms/index.js';
import { exchangesOf } from '../../../support/exchange.js';
import { startGateway, type Answer } from '../../../support/gateway.js';
import { openSerwerSms, type SerwerSmsFixture } from '../fixture.js';
import { contactId, groupId, LOGIN, mutations, writesSeen } from '../mutations.js';

const { create, update, remove, createGroup, updateGroup, removeGroup } = mutations;

const TEXTS = {
  phone: '+48 500 600 700',
  email: 'adres@mail.com',
  firstName: 'Mikołaj',
  lastName: 'Różecki',
  company: 'SerwerSMS.pl',
  taxId: '525-000-11-22',
  address: 'ul. Długa 1',
  city: 'Gliwice',
  description: 'Szczegółowy opis kontaktu',
};
const madeContact = { contact: { upstreamId: '92890613' }, userErrors: [] };
const madeGroup = { group: { upstreamId: '17256255' }, userErrors: [] };
const NOT_THERE = {
  code: 'NOT_FOUND',
  field: ['id'],
  message: 'contacts/delete found nothing there (status 200): Nieprawidłowy parametr ID',
};

const MADE = { group: { id: 17256255, name: 'made' }, contact: { id: 92890613, phone: '+48600111222' } };

type Ask = SerwerSmsFixture['ask'];
/** By exchange: the mutation that must send exactly that request, and what it answers. */
const WRITES: Readonly<Record<string, readonly [write: (ask: Ask) => Promise<Answer>, answer: unknown]>> = {
  'contacts-add': [(ask) => create(ask, { ...TEXTS, groupIds: [groupId(15687446)] }), madeContact],
  'contacts-add-groups': [
    (ask) => create(ask, { phone: '500-600-700', groupIds: [groupId(15687446), groupId(15687447)] }),
    madeContact,
  ],
  'contacts-edit': [(ask) => update(ask, 92890613, { ...TEXTS, groupIds: [groupId(15687446)] }), madeContact],
  'contacts-edit-groups': [
    (ask) => update(ask, 92890613, { groupIds: [groupId(15687446), groupId(15687447)] }),
    madeContact,
  ],
  'contacts-delete': [(ask) => remove(ask, 12345689), { deletedIds: [contactId(12345689)], userErrors: [] }],
  'groups-add': [(ask) => createGroup(ask, { name: ' nowa grupa ' }), madeGroup],
  'groups-edit': [(ask) => updateGroup(ask, 17256255, { name: 'nowa nazwa' }), madeGroup],
  'groups-delete': [(ask) => removeGroup(ask, 12345689), { deletedIds: [groupId(12345689)], userErrors: [] }],
  'groups-delete-contacts': [
    (ask) => removeGroup(ask, 12345689, true),
    { deletedIds: [groupId(12345689)], userErrors: [] },
  ],
  'error-invalid-id': [(ask) => remove(ask, 12345689), { deletedIds: [], userErrors: [NOT_THERE] }],
};

/** Requests that the gateway never sends, and why. */
const NEVER_SENT: Readonly<Record<string, string>> = {
  'contacts-import': 'no mutation makes a group and its contacts at once, and the document does not know it',
  'error-invalid-phone': 'a number that can be none is told before anything is sent',
  'error-missing-phone': 'a contact without a number is told before anything is sent',
  'error-lookup': 'errors come with their text',
};

const exchanges = exchangesOf('serwersms').filter(({ request }) => !/(index|view|check)/.test(request.target));

describe('SerwerSMS writes on the wire', () => {
  let at: SerwerSmsFixture;
  beforeAll(async () => {
    at = await openSerwerSms(LOGIN);
  });
  afterAll(() => at.close());

  test('each documented write has a mutation that sends it, or a reason why none does', () => {
    const known = [...Object.keys(WRITES), ...Object.keys(NEVER_SENT)].sort();
    expect(exchanges.map(({ name }) => name).sort()).toEqual(known);
  });

  test.each(exchanges.filter(({ name }) => name in WRITES).map((exchange) => [exchange.name, exchange] as const))(
    '%s is sent and read as documented',
    async (name, { given, request, response }) => {
      const [write, answer] = WRITES[name] ?? [];
      const { groups = [], contacts = [] } = given as Seed;
      // What the recorded answer tells to be made is there to be read.
      const made = name.includes('-add') ? { groups: [MADE.group], contacts: [MADE.contact] } : {};
      at.emulator.reset({
        groups: [...groups, ...(made.groups ?? [])],
        contacts: [...contacts, ...(made.contacts ?? [])],
      });
      const { method, target, headers, body } = request;
      // The recorded bytes answer the write; what is read around it is the emulator's own.
      at.emulator.addFault({ kind: 'status', path: target, times: 1, ...response });
      expect(await write?.(at.ask)).toMatchObject({ errors: [], data: { it: answer } });
      const sent = at.emulator.requests.filter(({ path }) => path === target);
      expect(sent.map((each) => [each.method, each.query, JSON.parse(each.body) as unknown])).toEqual([
        [method, '', JSON.parse(body) as unknown],
      ]);
      expect(sent[0]?.headers['content-type']).toContain(headers['content-type']);
      expect(sent[0]?.headers['authorization']).toBeUndefined();
      expect(writesSeen(at)).toHaveLength(1);
    },
  );

  test.each([['contacts/add'], ['groups/add']])('the key of what %s made is read from its answer', async (path) => {
    at.emulator.reset({ groups: [{ id: 71, name: 'g' }], contacts: [{ id: 72, phone: '+48500600700' }] });
    const headers = { 'content-type': 'application/json' };
    const id = path === 'contacts/add' ? 72 : '71';
    at.emulator.addFault({
      kind: 'status',
      status: 200,
      headers,
      path,
      times: 1,
      body: JSON.stringify({ success: 'true', id }),
    });
    const { data } =
      path === 'contacts/add' ? await create(at.ask, { phone: '500600700' }) : await createGroup(at.ask, { name: 'g' });
    const made = { upstreamId: String(id) };
    expect(data).toMatchObject({ it: path === 'contacts/add' ? { contact: made } : { group: made } });
  });

  test('a token signs writes as it signs reads', async () => {
    const { token } = CREDENTIALS;
    at.emulator.reset({});
    const gateway = startGateway([{ provider: serwerSms, baseUrl: at.emulator.url, settings: { auth: { token } } }]);
    expect((await createGroup(gateway.ask, { name: 'nowa' })).errors).toEqual([]);
    const sent = at.emulator.requests.filter(({ path }) => path === '/groups/add');
    expect(sent.map(({ body, headers }) => [body, headers['authorization']])).toEqual([
      ['{"name":"nowa"}', `Bearer ${token}`],
    ]);
    await gateway.close();
  });
});
