import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { startIctCore, type Seed } from '../../../src/emulators/ictcore/index.js';
import { BASIC, clientOf, failure, JSON_BODY } from './client.js';

const emulator = await startIctCore();
const { send, ask, list, idsOf, effects } = clientOf(emulator);

afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset();
});

describe('contacts', () => {
  test('the shipped set lists a contact once for each of its groups, and others once', async () => {
    const counts = new Map<unknown, number>();
    for (const id of await idsOf('/contacts')) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(counts.size).toBe(41);
    expect([...counts.values()].filter((times) => times === 2)).toHaveLength(6);
    expect((await list('/groups')).map((group) => group['contact_total'])).toEqual(['20', '7', '3', '9', '0']);
    expect((await list('/contacts'))[0]).toMatchObject({ first_name: 'Anna', last_name: 'Kowalska' });
  });

  const FIVE: Seed = {
    contacts: [
      { contact_id: 1, first_name: 'Anna', last_name: 'Żółć', phone: '+48500111222', email: 'Anna@example.com' },
      { contact_id: 2, first_name: 'Hanna', last_name: '50%', phone: '500111222', email: 'x%@example.com' },
      { contact_id: 3, first_name: "O'Brien", last_name: 'A_B', phone: '48 500 111 222', email: '' },
      { contact_id: 4, first_name: 'back\\slash', phone: '5001112223', date_created: 100 },
      { contact_id: 5, date_created: 200 },
    ],
  };
  test.each([
    ['first_name=anna', '1 2'],
    ['first_name=H_nn', '2'],
    ['first_name=a%25n', '1 2'],
    ["first_name='", ''],
    ["first_name=o''b", '3'],
    ["first_name=o\\'b", '3'],
    ['first_name=\\\\\\\\sl', '4'],
    ['first_name=', '1 2 3 4'],
    ['last_name=%25', '1 2 3'],
    ['last_name=\\%25', '2'],
    ['last_name=\\_', '3'],
    ['last_name=zolc', ''],
    ['last_name=ŻÓŁĆ', '1'],
    ['phone=500111222', '1 2'],
    ['phone=5001112', ''],
    ['phone=5%25111%25222', '1 2 3'],
    ['email=ANNA@EXAMPLE.COM', '1'],
    ['email=anna', ''],
    ['email=%25@example.com', ''],
    ['email=', '3'],
    ['contact_id=2', '2'],
    ['contact_id=2x', ''],
    ['contact_id=', ''],
    ['contact_id=1 or 1=1', ''],
    ['before=100', '4'],
    ['after=100&before=200', '4 5'],
    ['first_name=anna&phone=%2B48500111222', '1'],
    ['address=x&limit=1&page=2&sort=phone', '1 2 3 4 5'],
  ])('?%s finds [%s]', async (query, found) => {
    emulator.reset(FIVE);
    expect((await idsOf(`/contacts?${query}`)).join(' ')).toBe(found);
  });

  test('a PUT echoes what was sent as it was sent, stores what it knows, clears by "" and leaves by null', async () => {
    emulator.reset({
      contacts: [{ contact_id: 1, first_name: 'Anna', phone: '1', email: 'a@example.com', user_id: 1 }],
    });
    const sent = { phone: 48500111222, email: '', first_name: null, colour: { a: [1] }, user_id: 9 };
    expect(await ask('PUT', '/contacts/1', sent)).toMatchObject({ ...sent, contact_id: '1', user_id: '1' });
    const stored = await ask('GET', '/contacts/1');
    expect(stored).toMatchObject({ first_name: 'Anna', phone: '48500111222', email: '', user_id: '1' });
    expect(stored).not.toHaveProperty('colour');
  });

  test('an id in the body of a POST makes it an update', async () => {
    emulator.reset({ contacts: [{ contact_id: 7, first_name: 'Anna' }] });
    expect(await ask('POST', '/contacts', { contact_id: 7, last_name: 'Nowak' })).toBe(7);
    expect(await list('/contacts')).toHaveLength(1);
    expect(effects()).toEqual(['contact.update 7']);
  });

  test('fresh ids go on from the highest there ever was', async () => {
    emulator.reset({ contacts: [{ contact_id: 4 }, { contact_id: 2 }] });
    expect([await idsOf('/contacts'), await ask('DELETE', '/contacts/4'), await ask('POST', '/contacts', {})]).toEqual([
      ['2', '4'],
      true,
      5,
    ]);
    expect(await ask('GET', '/contacts/5x')).toMatchObject({ contact_id: '5', description: null, user_id: '1' });
  });

  test('removing the last link of all is called a failure, though it is done', async () => {
    emulator.reset({
      contacts: [{ contact_id: 1 }],
      groups: [{ group_id: 1 }],
      links: [{ group_id: 1, contact_id: 1 }],
    });
    expect(await ask('DELETE', '/contacts/1/link/1')).toEqual(failure(417, 'Contact delete failed'));
    expect(await list('/groups/1/contacts')).toEqual([]);
    expect(await list('/groups')).toEqual([{ group_id: '1', name: '', contact_total: '0' }]);
    expect(effects()).toEqual(['link.delete 1 1']);
  });

  test('a contact that goes takes its links along, and is counted out of its groups', async () => {
    emulator.reset({
      contacts: [1, 2].map((contact_id) => ({ contact_id })),
      groups: [1, 2].map((group_id) => ({ group_id, name: 'G' })),
      links: [
        { group_id: 1, contact_id: 1 },
        { group_id: 2, contact_id: 1 },
        { group_id: 1, contact_id: 2 },
      ],
    });
    expect(await ask('DELETE', '/contacts/1')).toBe(true);
    expect((await list('/groups')).map((group) => group['contact_total'])).toEqual(['1', '0']);
    // Whoever gets its number is in no group.
    await ask('POST', '/contacts', { contact_id: 1 });
    expect(await idsOf('/groups/1/contacts')).toEqual(['2']);
  });

  test('a group that goes leaves its links, and with them its contacts twice in the list', async () => {
    const [before, inGroup] = [(await list('/contacts')).length, (await list('/groups/1/contacts')).length];
    expect(await ask('DELETE', '/groups/1')).toBe(true);
    expect(await list('/contacts')).toHaveLength(before);
    expect(await list('/contacts?group_id=1')).toHaveLength(inGroup);
    expect(await ask('GET', '/groups/1/contacts')).toEqual(failure(404, 'Group not found'));
  });
});

describe('groups', () => {
  test('an import answers at once and its rows come with the daemon: nine columns or only a phone', async () => {
    emulator.reset({ groups: [{ group_id: 3, name: 'Imported' }] });
    const rows = '"1","Błażej ""B""","Nowak, Jan","","ul. 1","","","",""\n0312\n\n313,Ewa\n314';
    const answer = await send('POST', '/groups/3/csv', { ...BASIC, 'content-type': 'TEXT/CSV' }, rows);
    expect(await answer.text()).toBe('"3"');
    expect(await list('/groups/3/contacts')).toEqual([]);
    emulator.clock.advance(1_000);
    // An empty line is a contact without anything, and two columns kill the daemon.
    const found = (await list('/groups/3/contacts?first_name=%25')).map((row) => [row['phone'], row['first_name']]);
    expect(found).toEqual([['1', 'Błażej "B"']]);
    expect(await list('/groups')).toEqual([{ group_id: '3', name: 'Imported', contact_total: '3' }]);
    expect(effects()).toEqual(['group.import 3']);
    const exported = await send('GET', '/groups/3/csv', BASIC);
    expect(exported.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await exported.text()).toBe(
      '"1","Błażej "B"","Nowak, Jan","","ul. 1","","","",""\n"0312","","","","","","","",""\n"","","","","","","","",""\n',
    );
  });

  test('an import reads line by line as PHP does, and a second one into the group meanwhile is dropped', async () => {
    emulator.reset({ groups: [{ group_id: 3, name: 'Imported' }] });
    const post = async (rows: string): Promise<string> =>
      (await send('POST', '/groups/3/csv', { ...BASIC, 'content-type': 'text/csv' }, rows)).text();
    const shielding = '2,a,"b\\",",d",e,f,g,h,i\n';
    expect(await post(`\ufeff1\nphone\n${shielding}`)).toBe('"3"');
    expect(await post('3\n')).toBe('"3"');
    emulator.clock.advance(2_000);
    const rows = await list('/groups/3/contacts');
    expect(rows.map((row) => row['phone'])).toEqual(['\ufeff1', 'phone', '2']);
    expect(rows.at(-1)?.['last_name']).toBe('b\\",');
    expect(await post('3\n')).toBe('"3"');
    emulator.clock.advance(2_000);
    expect(await list('/groups/3/contacts')).toHaveLength(4);
  });

  test('an import asks first for the type, then for a body, then for the group', async () => {
    const statuses = ['text/csv; charset=utf-8', 'text/csv', 'text/plain'].map(async (type, index) => {
      const body = index === 1 ? '' : '0311';
      return (await send('POST', '/groups/99/csv', { ...BASIC, 'content-type': type }, body)).status;
    });
    expect(await Promise.all(statuses)).toEqual([415, 411, 404]);
  });
});

describe('providers', () => {
  test('the list has six columns and the item them all, the password among them', async () => {
    expect((await list('/providers')).map((row) => Object.keys(row).join())).toEqual(
      Array(3).fill('provider_id,name,host,service_flag,node_id,type'),
    );
    expect(await ask('GET', '/providers/2')).toMatchObject({ type: 'smpp', password: 'smpp-s3cret', active: '1' });
  });

  test.each([
    ['name=SMSC', '2'],
    ['name=sms', ''],
    ['type=smtp', '3'],
    ['active=1', '1 2'],
    ['host=198.51.100.6&provider_id=2', '2'],
    ['service_flag=2', '1'],
    ['service_flag=3', '1'],
    ['service_flag=6', ''],
    ['service_flag=x', ''],
    ['port=5060', '1 2 3'],
  ])('?%s finds [%s]', async (query, found) => {
    expect((await idsOf(`/providers?${query}`)).join(' ')).toBe(found);
  });

  test('the type is settled when a provider is made, and a number cleared is none or 0', async () => {
    expect(await ask('POST', '/providers', { name: 'x', type: ' SMTP ', service_flag: 8 })).toBe(4);
    await ask('PUT', '/providers/4', { type: 'sip', service_flag: '', weight: '', port: 'x', dialstring: null });
    expect(await ask('GET', '/providers/4')).toMatchObject({
      ...{ type: 'smtp', service_flag: null, weight: '0', port: '0', dialstring: '', register: '0', settings: null },
    });
  });

  test('with the stock template a sip provider is saved and told as an error inside a 200', async () => {
    emulator.reset({ configuration: { sip_template: 'stock' } });
    const answer = await send('POST', '/providers', { ...BASIC, ...JSON_BODY }, '{"name":"trunk2","type":"sip"}');
    expect([answer.status, await answer.json()]).toMatchObject([200, { error: { code: 0 } }]);
    expect(await list('/providers')).toMatchObject([{ provider_id: '1', name: 'trunk2', type: 'sip' }]);
  });
});
