import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { CREDENTIALS } from '../../../../src/emulators/serwersms/index.js';
import { serwerSms } from '../../../../src/providers/serwersms/index.js';
import { startGateway } from '../../../support/gateway.js';
import { openSerwerSms, type SerwerSmsFixture } from '../fixture.js';
import { groupId, LOGIN, mutations } from '../mutations.js';

const { create, update, remove, link, createGroup } = mutations;

describe('SerwerSMS says no to a write', () => {
  let at: SerwerSmsFixture;
  beforeAll(async () => {
    at = await openSerwerSms(LOGIN);
  });
  beforeEach(() => {
    at.emulator.reset({
      groups: [11, 12].map((id) => ({ id, name: `g${id}` })),
      contacts: [
        { id: 1, phone: '+48500111222', first_name: 'Anna', email: 'anna@example.com', city: 'Łódź', group_id: 11 },
        { id: 2, phone: '+48500333444', first_name: 'Jan' },
      ],
    });
  });
  afterAll(() => at.close());

  const effects = (): readonly string[] => at.emulator.requests.flatMap((request) => request.effects);

  test('a number that SerwerSMS refuses is told at its field', async () => {
    const refused = {
      code: 'UPSTREAM_REJECTED',
      field: ['input', 'serwerSms', 'phone'],
      message: 'contacts/add was refused (status 200): Nieprawidłowy numer telefonu',
    };
    expect((await create(at.ask, { phone: '+4850060070' })).data).toMatchObject({
      it: { contact: null, userErrors: [refused] },
    });
    const edited = { ...refused, message: refused.message.replace('add', 'edit') };
    expect((await update(at.ask, 1, { phone: '+4850060070' })).data).toMatchObject({ it: { userErrors: [edited] } });
    expect(effects()).toEqual([]);
  });

  test('an id that SerwerSMS refuses is that of the group, where one is named', async () => {
    const at404 = (...field: string[]) => ({ it: { contact: null, userErrors: [{ code: 'NOT_FOUND', field }] } });
    const groupIds = [groupId(99)];
    const inner = ['input', 'serwerSms', 'groupIds'];
    expect((await create(at.ask, { phone: '500600700', groupIds })).data).toMatchObject(at404(...inner));
    expect((await update(at.ask, 1, { groupIds })).data).toMatchObject(at404(...inner));
    expect((await link(at.ask, 1, 99)).data).toMatchObject(at404('groupId'));
    expect((await link(at.ask, 2, 99)).data).toMatchObject(at404('groupId'));
    expect(effects()).toEqual([]);
  });

  test('a success that is false is a refusal', async () => {
    for (const success of [false, 'false']) {
      at.emulator.addFault({
        kind: 'status',
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ success }),
        path: 'delete',
        times: 1,
      });
      const { data, errors } = await remove(at.ask, 1);
      expect(errors).toEqual([]);
      expect(data).toMatchObject({ it: { deletedIds: [], userErrors: [{ code: 'UPSTREAM_REJECTED' }] } });
    }
  });

  test.each<[string, (ask: SerwerSmsFixture['ask']) => ReturnType<SerwerSmsFixture['ask']>]>([
    ['contacts/add', (ask) => create(ask, { phone: '500600700' })],
    ['contacts/edit', (ask) => update(ask, 1, { city: 'X' })],
    ['contacts/delete', (ask) => remove(ask, 1)],
    ['groups/add', (ask) => createGroup(ask, { name: 'x' })],
  ])('the log-in that %s carries is in nothing that is told', async (path, write) => {
    const gateway = startGateway([{ provider: serwerSms, baseUrl: at.emulator.url, settings: LOGIN }]);
    const { password } = CREDENTIALS;
    const bodies = [
      { error: { code: 2000, message: `Brak ${password} w username` } },
      { error: { code: 1001, message: `Nie znamy ${password}` } },
      { success: password },
    ];
    for (const body of bodies) {
      const headers = { 'content-type': 'application/json' };
      at.emulator.addFault({ kind: 'status', status: 200, headers, body: JSON.stringify(body), path, times: 1 });
      const { data, errors } = await write(gateway.ask);
      expect(JSON.stringify([data, errors])).not.toContain(password);
      expect(errors.length + (data?.['it'] as { userErrors: unknown[] }).userErrors.length).toBe(1);
    }
    await gateway.close();
  });
});
