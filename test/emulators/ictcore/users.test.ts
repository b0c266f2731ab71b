import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { startIctCore, USER_CREDENTIALS } from '../../../src/emulators/ictcore/index.js';
import { BASIC, basic, clientOf, failure, JSON_BODY } from './client.js';

const emulator = await startIctCore();
const { send, ask, list, effects } = clientOf(emulator);

afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset();
});

describe('users', () => {
  test('get an account of their own, and nothing else until a role is given', async () => {
    const carol = { authorization: basic({ username: 'carol', password: 'pw' }) };
    const status = async (path: string): Promise<number> => (await send('GET', path, carol)).status;
    await ask('POST', '/users', { username: 'carol', password: 'pw', email: 'c@example.com', active: 1 });
    expect(await list('/users/carol/accounts')).toMatchObject([{ type: 'account', username: 'carol' }]);
    expect(await status('/groups')).toBe(403);
    expect(await ask('PUT', '/users/c@example.com/roles/1')).toBe(true);
    expect([await status('/groups'), await status('/users')]).toEqual([200, 403]);
    expect(await ask('PUT', '/roles/1/permissions/77')).toEqual(true);
    expect(await ask('DELETE', '/users/3/roles/1')).toBe(true);
    expect(await status('/groups')).toBe(403);
  });

  test('may do what their roles are granted, from the next request on', async () => {
    const user = { authorization: basic(USER_CREDENTIALS) };
    const [permission] = await list('/permissions?name=provider_list');
    const path = `/roles/1/permissions/${permission?.['permission_id'] ?? ''}`;
    const statuses: number[] = [];
    for (const method of ['PUT', 'DELETE']) {
      await ask(method, path);
      statuses.push((await send('GET', '/providers', user)).status);
    }
    expect(statuses).toEqual([200, 403]);
    expect(await ask('PUT', '/roles/1/permissions/999')).toEqual(failure(404, 'Permission not found'));
  });

  test('have neither name nor password among what is sent, and keep both through a PUT', async () => {
    const changed = await ask('PUT', '/users/user', { username: 'x', passwd: 'x', company: 'Co' });
    expect(changed).toMatchObject({ user_id: '2', company: 'Co' });
    expect(Object.keys(changed as object)).not.toContain('username');
    expect((await send('GET', '/contacts', { authorization: basic(USER_CREDENTIALS) })).status).toBe(200);
  });

  test('without an active account have no groups and make no campaigns or transmissions', async () => {
    emulator.reset({ accounts: [{ user_id: 1, active: 0 }], contacts: [{}], programs: [{ type: 'ivr' }] });
    const missing = failure(404, 'Account not found');
    expect(await ask('GET', '/groups')).toEqual(missing);
    expect(await ask('POST', '/campaigns', {})).toEqual(missing);
    expect(await ask('POST', '/transmissions', { program_id: 1, contact_id: 1 })).toEqual(missing);
    expect(await ask('POST', '/transmissions', { program_id: 1, contact_id: 1, account_id: 1 })).toBe(1);
  });
});

describe('accounts', () => {
  test('keep settings, of which GET tells only that they are there', async () => {
    const path = '/accounts/1/settings/coverpage';
    expect(await ask('PUT', path, { data: 'sendcover' })).toBe(true);
    const raw = await send('PUT', '/accounts/1/settings/crm', { ...BASIC, 'content-type': 'text/plain' }, 'ictcrm');
    expect([await raw.json(), await ask('GET', path)]).toEqual([true, true]);
    expect(await ask('GET', '/accounts/1')).toMatchObject({ settings: { coverpage: 'sendcover', crm: 'ictcrm' } });
    expect(await ask('DELETE', path)).toBe(true);
    expect(await ask('GET', path)).toEqual(failure(404, 'Setting not found'));
  });

  test('install programs by number or by type, and lose them again', async () => {
    expect(await ask('PUT', '/accounts/2/programs/1')).toBe('1');
    expect(await ask('PUT', '/accounts/2/programs/emailtofax')).toBe(14);
    expect(await ask('GET', '/programs/14')).toMatchObject({ name: 'emailtofax', account_id: 2 });
    expect(await ask('DELETE', '/accounts/2/programs/emailtofax')).toBe(true);
    expect(await ask('GET', '/programs/14')).toEqual(failure(404, 'Program not found'));
    expect(effects()).toContain('program.delete 14');
  });

  test('of the same type may not share a name, but for none', async () => {
    expect(await ask('POST', '/accounts', { username: 'DESK1', type: 'extension' })).toEqual(
      failure(417, 'Account creation failed'),
    );
    expect(await ask('POST', '/dids', { username: 'desk1' })).toBe(6);
    expect([await ask('POST', '/dids', {}), await ask('POST', '/dids', {})]).toEqual([7, 8]);
  });
});

describe('programs', () => {
  test.each([
    ['voicemessage', { recording_id: 99 }, 'Recording not found'],
    ['sendsms', {}, 'Transmission not found'],
    ['sendemail', { template_id: 99 }, 'Template not found'],
    ['receivefax', { account_id: 99 }, 'Account not found'],
    ['forward', { account_id: 1 }, 'Account not found'],
  ])('%s of %o is refused, and there all the same', async (type, data, message) => {
    expect(await ask('POST', `/programs/${type}`, data)).toEqual(failure(404, message));
    expect((await list('/programs?program_id=14')).map((row) => [row['name'], row['type']])).toEqual([[type, type]]);
  });

  test('are sent with their parameters as numbers, and changed in them', async () => {
    expect(await ask('POST', '/programs/SendFax', { document_id: '1' })).toBe(14);
    expect(await ask('PUT', '/programs/14', { document_id: '2', colour: 'red' })).not.toHaveProperty('colour');
    expect(await ask('GET', '/programs/14')).toEqual({
      ...{ program_id: '14', name: 'sendfax', parent_id: null, user_id: '1', account_id: null, result: null },
      document_id: 2,
    });
  });
});

test('a transmission echoes what a PUT sends, but for what has a setter', async () => {
  const answer = await send(
    'PUT',
    '/transmissions/4',
    { ...BASIC, ...JSON_BODY },
    '{"title":"x","contact_id":"3","colour":1,"status":"invalid","last_run":5}',
  );
  const item = (await answer.json()) as Record<string, unknown>;
  expect(item).toMatchObject({ title: 'x', colour: 1, oContact: { contact_id: '3' } });
  for (const hidden of ['status', 'contact_id']) expect(item).not.toHaveProperty(hidden);
  expect(item['last_run']).not.toBe(5);
  expect(await ask('GET', '/transmissions/4/status')).toBe('invalid');
  expect(await ask('POST', '/transmissions', { program_id: 1, email: 'new@example.com' })).toBe(69);
  expect(await ask('GET', '/transmissions/69')).toMatchObject({ oContact: { email: 'new@example.com', phone: null } });
  expect(effects()).toEqual(['transmission.update 4', 'contact.create 42', 'transmission.create 69']);
});
