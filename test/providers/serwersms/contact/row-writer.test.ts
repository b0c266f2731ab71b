import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { serwerSms } from '../../../../src/providers/serwersms/index.js';
import { startGateway } from '../../../support/gateway.js';
import { openSerwerSms, type SerwerSmsFixture } from '../fixture.js';
import { contactId, groupId, LOGIN, mutations, writesSeen } from '../mutations.js';

const { create, update, link, unlink } = mutations;
const JSON_BODY = { 'content-type': 'application/json' };

const TEXTS = { email: 'anna@example.com', company: 'X', first_name: 'Anna', last_name: 'K', tax_id: '1' };
const ANNA = { ...TEXTS, phone: '+48500111222', address: 'ul. Długa 1', city: 'Łódź', description: 'd' };

describe('rows of SerwerSMS, one for each group', () => {
  let at: SerwerSmsFixture;
  beforeAll(async () => {
    at = await openSerwerSms(LOGIN);
  });
  beforeEach(() => {
    at.emulator.reset({
      groups: [11, 12, 13].map((id) => ({ id, name: `g${id}` })),
      contacts: [
        { id: 1, ...ANNA, group_id: 11 },
        { id: 2, ...ANNA },
        { id: 3, phone: '500333444', group_id: 12 },
      ],
    });
  });
  afterAll(() => at.close());

  /** Key, group and texts of all rows, by key. */
  const rows = async (): Promise<ReadonlyArray<readonly [key: number, group: string | null]>> => {
    const { data } = await at.ask('{ contacts { nodes { upstreamId groups { upstreamId } } } }');
    const { nodes } = data?.['contacts'] as {
      nodes: Array<{ upstreamId: string; groups: Array<{ upstreamId: string }> }>;
    };
    return nodes
      .map(({ upstreamId, groups }) => [Number(upstreamId), groups[0]?.upstreamId ?? null] as const)
      .sort(([one], [other]) => one - other);
  };
  const done = (key: number) => ({
    data: { it: { contact: { upstreamId: String(key) }, userErrors: [] } },
    errors: [],
  });

  test('an edit sends the whole row, since whether it keeps what is left out is not documented', async () => {
    expect(await update(at.ask, 2, { city: 'Gdańsk' })).toMatchObject(done(2));
    expect(writesSeen(at)).toEqual([['contacts/edit', { id: 2, ...ANNA, city: 'Gdańsk' }]]);
  });

  test('an edit merges into what is there now, not into what was read a while ago', async () => {
    const upstream = { provider: serwerSms, baseUrl: at.emulator.url, settings: LOGIN, cacheMs: 60_000 };
    const gateway = startGateway([upstream]);
    const read = '{ contacts(filter: { phone: { eq: "+48500111222" } }) { totalCount } contact(id: $id) { id } }';
    await gateway.ask(`query ($id: ID!) ${read}`, { id: contactId(1) });
    await update(at.ask, 1, { city: 'Gdańsk', groupIds: [groupId(12)] });
    await update(gateway.ask, 1, { firstName: 'Ania' });
    await gateway.close();
    const merged = { id: 1, ...ANNA, city: 'Gdańsk', first_name: 'Ania', group_id: 12 };
    expect(writesSeen(at).at(-1)).toEqual(['contacts/edit', merged]);
  });

  test('an edit names the group that the contact is in, so that it stays there', async () => {
    expect(await update(at.ask, 1, { firstName: 'Ania' })).toMatchObject(done(1));
    expect(await update(at.ask, 3, { firstName: 'Jan' })).toMatchObject(done(3));
    expect(writesSeen(at)).toEqual([
      ['contacts/edit', { id: 1, ...ANNA, first_name: 'Ania', group_id: 11 }],
      ['contacts/edit', { id: 3, phone: '500333444', first_name: 'Jan', group_id: 12 }],
    ]);
    expect(await rows()).toEqual([
      [1, '11'],
      [2, null],
      [3, '12'],
    ]);
  });

  test('an empty text empties a column, and so does null', async () => {
    await update(at.ask, 1, { city: null, company: '', lastName: ' ' });
    expect(writesSeen(at)).toMatchObject([['contacts/edit', { city: '', company: '', last_name: '' }]]);
    const { data } = await at.ask(
      '{ contacts { nodes { upstreamId ... on SerwerSmsContact { city company lastName address } } } }',
    );
    const { nodes } = data?.['contacts'] as { nodes: unknown[] };
    expect(nodes).toContainEqual({
      upstreamId: '1',
      city: null,
      company: null,
      lastName: null,
      address: 'ul. Długa 1',
    });
  });

  test('a contact that is made in several groups is several, of which the first is told', async () => {
    const groupIds = [groupId(13), groupId(11), groupId(13)];
    expect(await create(at.ask, { phone: '500600700', groupIds })).toMatchObject(done(4));
    expect(writesSeen(at)).toEqual([['contacts/add', { phone: '+48500600700', group_id: [13, 11] }]]);
    expect((await rows()).slice(3)).toEqual([
      [4, '13'],
      [5, '11'],
    ]);
  });

  test('a contact is moved by the groups that it is to be in', async () => {
    expect(await update(at.ask, 1, { groupIds: [groupId(12)] })).toMatchObject(done(1));
    expect(await update(at.ask, 2, { groupIds: [groupId(13), groupId(11)] })).toMatchObject(done(2));
    expect(await rows()).toEqual([
      [1, '12'],
      [2, '13'],
      [3, '12'],
      [4, '11'],
    ]);
  });

  test('a contact that is to be in no group is sent with an empty list, and looked at afterwards', async () => {
    for (const groupIds of [[], null]) {
      at.emulator.reset({ groups: [{ id: 11, name: 'g' }], contacts: [{ id: 1, ...ANNA, group_id: 11 }] });
      expect(await update(at.ask, 1, { groupIds })).toMatchObject(done(1));
      expect(writesSeen(at)).toEqual([['contacts/edit', { id: 1, ...ANNA, group_id: [] }]]);
      const actions = at.seen().map(([action]) => action);
      expect(actions.slice(actions.indexOf('contacts/edit') + 1)).toContain('contacts/index');
      expect(await rows()).toEqual([[1, null]]);
      // Who is in none can't leave one.
      await update(at.ask, 1, { groupIds, city: 'X' });
      expect(writesSeen(at).at(-1)).toEqual(['contacts/edit', { id: 1, ...ANNA, city: 'X' }]);
    }
  });

  test('a contact that stays in its group all the same is told, with what was done', async () => {
    const body = JSON.stringify({ success: true, id: 1 });
    const ignored = { kind: 'status', status: 200, headers: JSON_BODY, body, path: 'contacts/edit', times: 1 } as const;
    const stored = {
      code: 'UPSTREAM_REJECTED',
      message: expect.stringContaining('kept the contact in its group') as string,
    };
    at.emulator.addFault(ignored);
    expect((await update(at.ask, 1, { groupIds: [] })).data).toMatchObject({
      it: { contact: { upstreamId: '1' }, userErrors: [{ ...stored, field: ['input', 'serwerSms', 'groupIds'] }] },
    });
    at.emulator.addFault(ignored);
    expect((await unlink(at.ask, 1, 11)).data).toMatchObject({
      it: { contact: { upstreamId: '1' }, userErrors: [{ ...stored, field: ['groupId'] }] },
    });
  });

  test('a contact that can not be looked at afterwards may be in its group still', async () => {
    const reads = at.seen().length;
    await unlink(at.ask, 1, 11);
    expect(at.seen().length).toBeGreaterThan(reads);
    await link(at.ask, 1, 11);
    at.emulator.addFault({ kind: 'slow', delayMs: 0, path: 'contacts/index', times: 1 });
    at.emulator.addFault({ kind: 'status', status: 400, headers: {}, path: 'contacts/index' });
    const { data, errors } = await unlink(at.ask, 1, 11);
    expect(data).toMatchObject({ it: { userErrors: [] } });
    expect(errors).toContainEqual(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'OUTCOME_UNKNOWN' }) as object }),
    );
    at.emulator.clearFaults();
  });

  test('a contact that is in a group is put into another by adding one there, with all its texts', async () => {
    expect(await link(at.ask, 1, 12)).toMatchObject(done(4));
    expect(writesSeen(at)).toEqual([['contacts/add', { ...ANNA, group_id: 12 }]]);
    expect((await rows()).slice(0, 4)).toEqual([
      [1, '11'],
      [2, null],
      [3, '12'],
      [4, '12'],
    ]);
  });

  test('a contact that is in no group is moved into one', async () => {
    expect(await link(at.ask, 2, 12)).toMatchObject(done(2));
    expect(writesSeen(at)).toEqual([['contacts/edit', { id: 2, ...ANNA, group_id: 12 }]]);
  });

  test('a number that is in a group already is not put there again', async () => {
    expect(await link(at.ask, 2, 11)).toMatchObject(done(1));
    expect(await link(at.ask, 1, 11)).toMatchObject(done(1));
    // However it is spelled.
    expect(await create(at.ask, { phone: '+48500333444' })).toMatchObject(done(4));
    expect(await link(at.ask, 4, 12)).toMatchObject(done(3));
    expect(writesSeen(at).map(([action]) => action)).toEqual(['contacts/add']);
  });

  test('a contact is taken out of the group that it is in, and of no other', async () => {
    const missing = { code: 'NOT_FOUND', field: ['groupId'] };
    expect((await unlink(at.ask, 1, 12)).data).toMatchObject({ it: { contact: null, userErrors: [missing] } });
    expect((await unlink(at.ask, 2, 11)).data).toMatchObject({ it: { userErrors: [missing] } });
    expect(writesSeen(at)).toEqual([]);
    expect(await unlink(at.ask, 1, 11)).toMatchObject(done(1));
    expect((await rows())[0]).toEqual([1, null]);
  });

  test('a contact without a number is found in the whole list', async () => {
    at.emulator.reset({
      groups: [{ id: 11, name: 'g' }],
      contacts: [{ id: 1, phone: '', city: 'Łódź', group_id: 11 }],
    });
    expect((await update(at.ask, 1, { city: 'X', phone: '500600700' })).errors).toEqual([]);
    expect(writesSeen(at)).toEqual([['contacts/edit', { id: 1, city: 'X', phone: '+48500600700', group_id: 11 }]]);
  });
});
