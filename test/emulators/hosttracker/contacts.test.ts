import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { startHostTracker, type HostTrackerSeed } from '../../../src/emulators/hosttracker/index.js';
import { clientOf } from './client.js';

const emulator = await startHostTracker();
const { send, one, many, effects } = clientOf(emulator);

afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset();
});

describe('filters', () => {
  const A = '0000000a-0000-0000-0000-000000000000';
  const B = '0000000b-0000-0000-0000-000000000000';
  const C = '0000000c-0000-0000-0000-000000000000';
  const contacts: HostTrackerSeed['contacts'] = [
    { id: A, contactType: 'Email', address: 'Anna+1@Example.com', confirmed: true, sendBillingNotifications: true },
    { id: B, contactType: 'SMS', address: '48500111222', billingOverlimit: ['SmsAlerts'] },
    { id: C, contactType: 'Email', address: 'c@example.com', sendBillingNotifications: false },
  ];

  test.each([
    ['', 'ABC'],
    ['confirmed=True', 'A'],
    ['confirmed=false', 'BC'],
    ['confirmed=Null', 'ABC'],
    ['Confirmed=True', 'ABC'],
    ['overlimited=TRUE', 'B'],
    ['overlimited=False', 'AC'],
    ['acceptBillingNotifications=True', 'A'],
    ['acceptBillingNotifications=False', 'BC'],
    ['acceptsBillingNotifications=True', 'ABC'],
    ['address=anna%2B1@example.com', 'A'],
    ['address=anna+1@example.com', ''],
    ['address=anna', ''],
    ['address=%2B48500111222', ''],
    ['address="c@example.com"', 'C'],
    ['addresses=48500111222&addresses=C@EXAMPLE.COM', 'BC'],
    ['addresses=48500111222&addresses=C@EXAMPLE.COM&excludeAddresses=True', 'A'],
    ['addresses[0]=48500111222&addresses[1]=c@example.com', 'BC'],
    ['addresses=48500111222&excludeAddresses=False', 'B'],
    ['excludeAddresses=True', 'ABC'],
    ['contactType=SMS', 'B'],
    ['contactType=IM', ''],
    ['contactType=SMS&excludeContactTypes=True', 'AC'],
    ['contactTypes=SMS&contactTypes=Email', 'ABC'],
    [`ids=${A}&ids=${C.toUpperCase()}`, 'AC'],
    [`ids[0]=${A}&ids[1]=${C}&excludeIds=true`, 'B'],
    ['ids=ffffffff-0000-0000-0000-000000000000', ''],
    ['contactType=Email&confirmed=False', 'C'],
    ['colour=red', 'ABC'],
  ])('GET contacts?%s finds "%s"', async (query, expected) => {
    emulator.reset({ contacts });
    const found = (await many(`/contacts?${query}`)).map(({ id }) => id.charAt(7).toUpperCase());
    expect(found.join('')).toBe(expected);
  });

  test('a boolean that is none is refused', async () => {
    expect((await send('/contacts?confirmed=yes')).status).toBe(400);
  });

  test('a bulk update changes the general fields of the contacts that the same filter finds', async () => {
    emulator.reset({ contacts });
    const body = { alertDelay: 30, name: 'All', address: 'not@general.com' };
    const changed = await many('/contacts?contactType=Email', { method: 'PUT', body });
    expect(changed.map(({ id }) => id)).toEqual([A, C]);
    expect(await many('/contacts?contactType=Email')).toEqual(changed);
    expect(changed).toMatchObject([
      { alertDelay: 30, name: 'All', address: 'Anna+1@Example.com' },
      { alertDelay: 30, name: 'All', address: 'c@example.com' },
    ]);
    expect(effects()).toEqual([`contact.update ${A}`, `contact.update ${C}`]);
  });

  test('a bulk delete passes over unknown ids, and takes everything where nothing is named', async () => {
    emulator.reset({ contacts });
    const removed = await many(`/contacts?ids=${B}&ids=ffffffff-0000-0000-0000-000000000000`, { method: 'DELETE' });
    expect(removed.map(({ id }) => id)).toEqual([B]);
    expect(await many('/contacts', { method: 'DELETE' })).toHaveLength(2);
    expect(await many('/contacts')).toEqual([]);
    expect(effects()).toEqual([`contact.delete ${B}`, `contact.delete ${A}`, `contact.delete ${C}`]);
  });
});

describe('contacts', () => {
  test('the shipped data set has every type, and a person under several', async () => {
    const rows = await many('/contacts');
    const count = (type: string) => rows.filter(({ contactType }) => contactType === type).length;
    expect(['Email', 'SMS', 'IM', 'VoiceCall'].map(count)).toEqual([19, 12, 4, 5]);
    const anna = rows.filter(({ name }) => name === 'Anna Kowalska').map(({ address }) => address);
    expect(anna).toEqual(['Anna.Kowalska@Example.com', '48500111222', '48500111222']);
    expect(rows.every((row) => !('code' in row))).toBe(true);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test('a phone number loses its plus when it is written', async () => {
    for (const kind of ['sms', 'voice']) {
      const body = { address: '+48500111222', name: 'A', gateway: kind === 'sms' ? 'infobip' : 'anything' };
      const { id, address } = await one(`/contacts/${kind}`, { method: 'POST', body });
      expect(address).toBe('48500111222');
      expect(effects()).toContain(`contact.create ${id}`);
      expect(await one(`/contacts/${id}`)).toMatchObject({ address: '48500111222' });
    }
  });

  test.each([
    ['sms', { name: 'no address' }],
    ['sms', { address: 'words' }],
    ['sms', { address: '123', gateway: 'GTalk' }],
    ['im', { address: 'a', gateway: 'clickatell' }],
    ['email', { address: 'nobody' }],
    ['email', { address: 'a@b.c', id: '092a2bc9-58d1-e411-80c3-00155d36955e' }],
    ['email', { address: 'a@b.c', reportFormat: 'HTML' }],
    ['email', { address: 'a@b.c', alertDelay: 10 }],
    ['email', { address: 'a@b.c', activePeriodStart: '08:00' }],
    ['email', { address: 'a@b.c', activePeriodStart: '8:00', activePeriodEnd: '16:00' }],
    ['email', { address: 'a@b.c', activePeriodStart: null, activePeriodEnd: '16:00' }],
    ['email', { address: 'a@b.c', activeDays: ['Mon'] }],
    ['email', { address: 'a@b.c', sendNews: 'perhaps' }],
    ['email', '{"address":'],
    ['email', []],
  ])('POST contacts/%s refuses %j and changes nothing', async (kind, body) => {
    const response = await send(`/contacts/${kind}`, { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'InvalidParameter' });
    expect(effects()).toEqual([]);
  });

  test.each([
    ['GET', '/contacts/ffffffff-0000-0000-0000-000000000000', 'ContactNotFound'],
    ['DELETE', '/contacts/ffffffff-0000-0000-0000-000000000000', 'ContactNotFound'],
    ['PATCH', '/contacts/ffffffff-0000-0000-0000-000000000000/code', 'ContactNotFound'],
    ['PUT', '/contacts/sms/ffffffff-0000-0000-0000-000000000000', 'ContactNotFound'],
    // The first shipped contact is an e-mail contact.
    ['PUT', '/contacts/sms/092a2bc9-58d1-e411-80c3-00155d36955e', 'ContactNotFound'],
    ['GET', '/contacts/12', 'NotFound'],
    ['GET', '/contacts/voice/gateways', 'NotFound'],
    ['POST', '/contacts/$batch', 'NotFound'],
  ])('%s %s is answered 404', async (method, path, error) => {
    const response = await send(path, { method, ...(method === 'PUT' ? { body: { name: 'x' } } : {}) });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error });
    expect(effects()).toEqual([]);
  });

  test('an update keeps what it does not name and clears a name, hours and days that are null', async () => {
    const [before] = await many('/contacts?address=anna.kowalska@example.com');
    const path = `/contacts/email/${before?.id ?? ''}`;
    const named = await one(path, { method: 'PUT', body: { alertDelay: 60 } });
    expect(named).toEqual({ ...before, alertDelay: 60 });
    const body = { name: null, activePeriodStart: null, activePeriodEnd: null, activeDays: null };
    expect(await one(path, { method: 'PUT', body })).toEqual({ ...named, ...body });
  });

  test('without an id an update of one type goes by the filter and spares the other types', async () => {
    const [sms] = await many('/contacts/sms?confirmed=False', { method: 'PUT', body: { gateway: 'infobip' } });
    expect(sms).toMatchObject({ contactType: 'SMS', confirmed: false, gateway: 'infobip' });
    expect(effects()).toHaveLength((await many('/contacts?contactType=SMS&confirmed=False')).length);
  });

  test('a POST may be another method by its override header', async () => {
    const [row] = await many('/contacts');
    const headers = { 'x-http-method-override': 'DELETE' };
    expect(await one(`/contacts/${row?.id ?? ''}`, { method: 'POST', headers })).toEqual(row);
    expect(effects()).toEqual([`contact.delete ${row?.id ?? ''}`]);
  });
});

describe('confirmation', () => {
  test('a contact is confirmed by the code that was sent last', async () => {
    const { id } = await one('/contacts/email', { method: 'POST', body: { address: 'new@example.com' } });
    const first = emulator.codeOf(id);
    expect(await one(`/contacts/${id}/code`, { method: 'PATCH' })).toMatchObject({ status: 'CodeSent' });
    const last = emulator.codeOf(id);
    const confirm = (code?: string) => one(`/contacts/${id}/code`, { method: 'POST', body: { code } });
    expect(await confirm(first)).toMatchObject({ status: 'CodeFail', confirmed: false });
    expect(await confirm(last)).toMatchObject({ status: 'Confirmed', confirmed: true });
    expect(await one(`/contacts/${id}/code`, { method: 'PATCH' })).toMatchObject({ status: 'Confirmed' });
    expect(effects()).toEqual([`contact.create ${id}`, `contact.resend ${id}`, `contact.confirm ${id}`]);
  });

  test.each(['Confirmed', 'LowSmsBalance', 'CodeFail', 'CodeSentEarlier', 'OperationError', 'Overlimited'] as const)(
    'a data set may say that creating and resending end in %s',
    async (sending) => {
      emulator.reset({ sending });
      const body = { address: '48500111222', gateway: 'infobip' };
      const created = await one('/contacts/sms', { method: 'POST', body });
      expect(created).toMatchObject({ status: sending, confirmed: sending === 'Confirmed' });
      expect(await one(`/contacts/${created.id}/code`, { method: 'PATCH' })).toMatchObject({ status: sending });
      expect(effects()).toEqual([`contact.create ${created.id}`]);
    },
  );
});
