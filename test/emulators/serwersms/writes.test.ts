import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { startSerwerSms } from '../../../src/emulators/serwersms/index.js';
import { callerOf } from './client.js';

const emulator = await startSerwerSms();
const { ask, askForm, effects } = callerOf(emulator);

afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset();
});

describe('writes', () => {
  test.each([
    ['500 600-700', '+48500600700'],
    ['48500600700', '+48500600700'],
    [' 48500600700', '+48500600700'],
    ['+442079460018', '+442079460018'],
    ['442079460018', 2001],
    ['+4850060070', 2001],
    ['brak', 2001],
    ['', 2000],
  ])('a number typed as "%s" becomes %s', async (phone, expected) => {
    const { id, error } = await ask('contacts/add', { phone });
    const row = id === undefined ? undefined : await ask('contacts/view', { id });
    expect(row?.phone ?? error?.code).toBe(expected);
  });

  test.each([
    ['JSON with numbers', () => ask('contacts/add', { phone: '500600700', group_id: [17293086, 17293090] })],
    ['JSON with text', () => ask('contacts/add', { phone: '500600700', group_id: ['17293086', '17293090'] })],
    [
      'a form with indexes',
      () => askForm('contacts/add', 'phone=%2B48500600700&group_id[0]=17293086&group_id[1]=17293090'),
    ],
    ['a form without', () => askForm('contacts/add', 'phone=+48500600700&group_id%5B%5D=17293086&group_id[]=17293090')],
  ])('a contact added to two groups by %s is two rows', async (_, add) => {
    emulator.reset({ groups: [17293086, 17293090].map((id) => ({ id, name: 'g' })), contacts: [{ id: 6 }] });
    expect(await add()).toEqual({ success: true, id: 7 });
    const { items = [] } = await ask('contacts/index', { search: '500600700' });
    expect(items).toMatchObject([
      { id: 8, phone: '+48500600700', group_id: 17293090, blacklist: false, email: '' },
      { id: 7, phone: '+48500600700', group_id: 17293086 },
    ]);
    expect(effects()).toEqual(['contact.create 7', 'contact.create 8']);
  });

  test('an edit keeps what is left out or null, empties what is "", and moves between groups', async () => {
    emulator.reset({
      groups: [1, 2].map((id) => ({ id, name: `g${id}` })),
      contacts: [{ id: 5, phone: '+48500600700', email: 'a@example.com', city: 'Łódź', company: 'X', group_id: 1 }],
    });
    const edit = { id: '5', phone: '500600700', city: null, company: '' };
    expect(await ask('contacts/edit', { ...edit, group_id: null })).toEqual({ success: true, id: 5 });
    const rows = async (): Promise<unknown> => (await ask('contacts/index')).items;
    const stored = { email: 'a@example.com', city: 'Łódź', company: '' };
    expect(await rows()).toMatchObject([{ ...stored, id: 5, group_id: 1 }]);
    await ask('contacts/edit', { ...edit, group_id: [2, 1] });
    expect(await rows()).toMatchObject([
      { ...stored, id: 6, group_id: 2 },
      { ...stored, id: 5, group_id: 1 },
    ]);
    await ask('contacts/edit', { ...edit, group_id: 'none' });
    expect(await rows()).toMatchObject([
      { id: 6, group_id: 2 },
      { id: 5, group_id: null },
    ]);
    expect(effects()).toEqual(['contact.update 5', 'contact.update 5', 'contact.create 6', 'contact.update 5']);
  });

  test.each([
    ['keeps its contacts, unassigned', {}, [[5, null]], ['group.delete 1', 'contact.update 5']],
    ['takes them along when told so', { delete_contacts: 'true' }, [], ['group.delete 1', 'contact.delete 5']],
  ])('a group that is deleted %s', async (_, more, remaining, expected) => {
    emulator.reset({ groups: [{ id: 1, name: 'g' }], contacts: [{ id: 5, phone: '+48500600700', group_id: 1 }] });
    expect(await ask('groups/delete', { id: 1, ...more })).toEqual({ success: true });
    const { items = [] } = await ask('contacts/index');
    expect(items.map((item) => [item['id'], item['group_id']])).toEqual(remaining);
    expect(effects()).toEqual(expected);
  });

  test('an id is not given twice, even after its row is gone', async () => {
    const { id } = await ask('contacts/add', { phone: '500600700' });
    await ask('contacts/delete', { id });
    expect((await ask('contacts/add', { phone: '500600700' })).id).toBe(Number(id) + 1);
  });

  const CONTACT = [{ phone: '500600700', first_name: 'Ola' }, { phone: 'brak' }];
  test.each([
    ['as an array', () => ask('contacts/import', { group_name: 'Import', contact: CONTACT })],
    [
      'as text that holds JSON',
      () => ask('contacts/import', { group_name: 'Import', contact: JSON.stringify(CONTACT) }),
    ],
    [
      'in brackets of a form',
      () =>
        askForm(
          'contacts/import',
          'group_name=Import&contact[0][phone]=500600700&contact[0][first_name]=Ola&contact[1][phone]=brak',
        ),
    ],
  ])('contacts to import may come %s', async (_, load) => {
    const answered = await load();
    expect(answered).toMatchObject({ success: true, correct: 1, failed: 1 });
    const { items = [] } = await ask('contacts/index', { group_id: answered.id });
    expect(items).toMatchObject([{ phone: '+48500600700', first_name: 'Ola', group_name: 'Import' }]);
  });

  test.each<[string, object, number]>([
    ['groups/view', {}, 2000],
    ['groups/view', { id: 1 }, 1004],
    ['groups/edit', { id: 17293086 }, 2000],
    ['groups/edit', { id: 1, name: 'x' }, 1004],
    ['groups/add', { name: ' ' }, 2000],
    ['groups/add', { name: 'x'.repeat(101) }, 1006],
    ['groups/delete', { id: 'x' }, 1004],
    ['groups/check', {}, 2000],
    ['groups/check', { phone: 'x' }, 2001],
    ['contacts/view', { id: 1 }, 1004],
    ['contacts/add', { phone: '500600700', group_id: 1 }, 1004],
    ['contacts/add', { phone: '500600700', city: 'x'.repeat(256) }, 1006],
    ['contacts/add', { phone: '500600700', email: ['a'] }, 1006],
    ['contacts/edit', { phone: '500600700' }, 2000],
    ['contacts/edit', { id: 1, phone: '500600700' }, 1004],
    ['contacts/edit', { id: 228173579 }, 2000],
    ['contacts/delete', { id: 1 }, 1004],
    ['contacts/import', { group_name: 'x' }, 2000],
    ['contacts/import', { group_name: 'x', contact: 'x' }, 1006],
  ])('%s with %o is refused and changes nothing', async (action, params, code) => {
    expect((await ask(action, params)).error?.code).toBe(code);
    expect(effects()).toEqual([]);
  });
});
