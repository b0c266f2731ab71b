import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { encodeId } from '../../../../src/graph/values/id.js';
import { serwerSms } from '../../../../src/providers/serwersms/index.js';
import { startGateway } from '../../../support/gateway.js';
import { openSerwerSms, type SerwerSmsFixture } from '../fixture.js';
import { contactId, groupId, LOGIN, mutations, writesSeen } from '../mutations.js';

const { create, update, remove, link, unlink, createGroup, updateGroup, removeGroup } = mutations;
const LONG = 'ż'.repeat(256);
const FITS = 'ż'.repeat(255);

describe('SerwerSMS writes', () => {
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

  const rows = async (): Promise<unknown> => {
    const { data } = await at.ask(
      '{ contacts { nodes { upstreamId groups { upstreamId } ... on SerwerSmsContact { phone firstName email city } } } }',
    );
    const { nodes } = data?.['contacts'] as {
      nodes: Array<{ upstreamId: string; groups: Array<{ upstreamId: string }> }>;
    };
    return nodes
      .map(({ groups, ...row }) => ({ ...row, groups: groups.map(({ upstreamId }) => upstreamId) }))
      .sort((one, other) => Number(one.upstreamId) - Number(other.upstreamId));
  };
  const anna = {
    upstreamId: '1',
    phone: '+48500111222',
    firstName: 'Anna',
    email: 'anna@example.com',
    city: 'Łódź',
    groups: ['11'],
  };
  const jan = {
    upstreamId: '2',
    phone: '+48500333444',
    firstName: 'Jan',
    email: null,
    city: null,
    groups: [] as string[],
  };

  test('all that is wrong with a contact is told at once, and nothing is sent', async () => {
    const elsewhere = encodeId('other', 'group', '11');
    const groupIds = ['?', contactId(1), elsewhere, groupId(11), groupId('007')];
    const given = { phone: 'none', groupIds, email: LONG, firstName: LONG, lastName: LONG, company: LONG };
    const { data, errors } = await create(at.ask, {
      ...given,
      taxId: LONG,
      address: LONG,
      city: LONG,
      description: LONG,
    });
    expect(errors).toEqual([]);
    const at255 = (field: string) => ({
      code: 'BAD_USER_INPUT',
      field: ['input', 'serwerSms', field],
      message: `"${field}" takes at most 255 characters, not 256.`,
    });
    expect(data).toMatchObject({
      it: {
        contact: null,
        userErrors: [
          { code: 'BAD_USER_INPUT', field: ['input', 'serwerSms', 'phone'] },
          { code: 'BAD_USER_INPUT', field: ['input', 'serwerSms', 'groupIds', '0'] },
          { code: 'NOT_FOUND', field: ['input', 'serwerSms', 'groupIds', '1'] },
          { code: 'BAD_USER_INPUT', field: ['input', 'serwerSms', 'groupIds', '2'] },
          { code: 'NOT_FOUND', field: ['input', 'serwerSms', 'groupIds', '4'] },
          ...['email', 'firstName', 'lastName', 'company', 'taxId', 'address', 'city', 'description'].map(at255),
        ],
      },
    });
    expect(at.emulator.requests).toEqual([]);
  });

  test('the longest texts fit, counted in characters and without blanks around them', async () => {
    const { data } = await create(at.ask, { phone: '500600700', firstName: ` ${FITS} `, city: '🚨'.repeat(255) });
    expect(data).toMatchObject({ it: { contact: { upstreamId: '3' }, userErrors: [] } });
    expect(writesSeen(at)).toMatchObject([['contacts/add', { first_name: FITS, city: '🚨'.repeat(255) }]]);
  });

  test.each([
    [{ phone: null }, ['phone']],
    [{ phone: ' ' }, ['phone']],
    [{ phone: '12345' }, ['phone']],
    [{ groupIds: [groupId('x')] }, ['groupIds', '0']],
    [{ city: LONG, firstName: 'Ala' }, ['city']],
  ])('a change that can not be is told, and nothing is sent: %j', async (input, field) => {
    const { data } = await update(at.ask, 1, input);
    expect(data).toMatchObject({ it: { contact: null, userErrors: [{ field: ['input', 'serwerSms', ...field] }] } });
    expect(at.emulator.requests).toEqual([]);
  });

  test.each([
    ['500600700', '+48500600700'],
    ['48 500 600 700', '+48500600700'],
    ['532-123-456', '+48532123456'],
    ['+48 (50) 060.07.00', '+48500600700'],
    ['0044 20 7946 0018', '+442079460018'],
    ['+1/202/555/0123', '+12025550123'],
    ['442079460018', null],
    ['0500600700', null],
    ['+48', null],
    ['+0048500600700', '+48500600700'],
    ['+1234567890123456', null],
    ['tel. 500600700', null],
    ["500600700' OR '1", null],
  ])('a number is sent with its plus, and Polish ones may lack it: "%s" is %s', async (phone, sent) => {
    const { data } = await create(at.ask, { phone });
    const wrong = [{ code: 'BAD_USER_INPUT', field: ['input', 'serwerSms', 'phone'] }];
    expect(data).toMatchObject({ it: { userErrors: sent === null ? wrong : [] } });
    expect(writesSeen(at)).toEqual(sent === null ? [] : [['contacts/add', { phone: sent }]]);
  });

  test('a national number of another country needs the trunk code that tells it', async () => {
    const upstream = { provider: serwerSms, baseUrl: at.emulator.url, settings: LOGIN, defaultCountry: 'DE' } as const;
    const gateway = startGateway([upstream]);
    await create(gateway.ask, { phone: '030 901820' });
    expect(writesSeen(at)).toEqual([['contacts/add', { phone: '+4930901820' }]]);
    for (const phone of ['500600700', '30901820', '0']) {
      expect((await create(gateway.ask, { phone })).data).toMatchObject({
        it: { userErrors: [{ code: 'BAD_USER_INPUT' }] },
      });
    }
    expect(writesSeen(at)).toHaveLength(1);
    await gateway.close();
  });

  test.each([['abc'], ['0'], ['007'], ['12345678901234567890'], ["1' OR '1"]])(
    'a key that can be no id is not there, and not sent: %s',
    async (key) => {
      const gone = { code: 'NOT_FOUND' };
      expect((await update(at.ask, key, { city: 'X' })).data).toMatchObject({ it: { userErrors: [gone] } });
      expect((await remove(at.ask, key)).data).toMatchObject({
        it: { deletedIds: [], userErrors: [{ ...gone, field: ['id'] }] },
      });
      expect((await link(at.ask, key, 11)).data).toMatchObject({
        it: { userErrors: [{ ...gone, field: ['contactId'] }] },
      });
      expect((await updateGroup(at.ask, key, { name: 'x' })).data).toMatchObject({ it: { userErrors: [gone] } });
      expect((await removeGroup(at.ask, key)).data).toMatchObject({ it: { userErrors: [{ ...gone, field: ['id'] }] } });
      expect(at.emulator.requests).toEqual([]);
      const linked = { ...gone, field: ['groupId'] };
      expect((await link(at.ask, 1, key)).data).toMatchObject({ it: { userErrors: [linked] } });
      expect((await unlink(at.ask, 1, key)).data).toMatchObject({ it: { userErrors: [linked] } });
      expect(writesSeen(at)).toEqual([]);
    },
  );

  test('what is not there is NOT_FOUND', async () => {
    const gone = { code: 'NOT_FOUND' };
    expect((await update(at.ask, 9, { city: 'X' })).data).toMatchObject({ it: { contact: null, userErrors: [gone] } });
    expect((await remove(at.ask, 9)).data).toMatchObject({ it: { deletedIds: [], userErrors: [gone] } });
    expect((await updateGroup(at.ask, 9, { name: 'x' })).data).toMatchObject({ it: { userErrors: [gone] } });
    expect((await removeGroup(at.ask, 9)).data).toMatchObject({ it: { deletedIds: [], userErrors: [gone] } });
  });

  test('a group needs a name, of at most 100 characters', async () => {
    const field = ['input', 'name'];
    for (const name of [' ', 'ż'.repeat(101)]) {
      expect((await createGroup(at.ask, { name })).data).toMatchObject({
        it: { group: null, userErrors: [{ field }] },
      });
      expect((await updateGroup(at.ask, 11, { name })).data).toMatchObject({ it: { userErrors: [{ field }] } });
    }
    expect((await updateGroup(at.ask, 11, { name: null })).data).toMatchObject({ it: { userErrors: [{ field }] } });
    expect(at.emulator.requests).toEqual([]);
    expect((await createGroup(at.ask, { name: 'ż'.repeat(100) })).data).toMatchObject({ it: { userErrors: [] } });
  });

  test('a group has no description, and one that is given is not lost in silence', async () => {
    const unsupported = [{ code: 'UNSUPPORTED', field: ['input', 'description'] }];
    const given = { name: 'x', description: 'd' };
    expect((await createGroup(at.ask, given)).data).toMatchObject({ it: { userErrors: unsupported } });
    expect((await updateGroup(at.ask, 11, given)).data).toMatchObject({ it: { userErrors: unsupported } });
    expect(at.emulator.requests).toEqual([]);
    const cleared = { ...given, description: null };
    expect((await updateGroup(at.ask, 11, cleared)).data).toMatchObject({ it: { group: { upstreamId: '11' } } });
  });

  test('a change that holds nothing sends nothing', async () => {
    expect((await update(at.ask, 1, {})).data).toMatchObject({ it: { contact: { upstreamId: '1' }, userErrors: [] } });
    expect((await updateGroup(at.ask, 11, {})).data).toMatchObject({
      it: { group: { upstreamId: '11' }, userErrors: [] },
    });
    expect(writesSeen(at)).toEqual([]);
  });

  test('a deleted group leaves its contacts, unless they are to go with it', async () => {
    await removeGroup(at.ask, 11, false);
    expect(await rows()).toEqual([{ ...anna, groups: [] }, jan]);
    await update(at.ask, 1, { groupIds: [groupId(12)] });
    await removeGroup(at.ask, 12, true);
    expect(await rows()).toEqual([jan]);
    expect(writesSeen(at).filter(([action]) => action === 'groups/delete')).toEqual([
      ['groups/delete', { id: 11 }],
      ['groups/delete', { id: 12, delete_contacts: true }],
    ]);
  });

  test('several contacts are made each by its own request, and each has its own outcome', async () => {
    const inputs = ['500600701', 'none', '+4850060070', '500600702'].map((phone) => ({ serwerSms: { phone } }));
    const { data } = await at.ask(
      'mutation ($inputs: [CreateContactInput!]!) { it: createContacts(inputs: $inputs) { results { contact { displayName } userErrors { code field } } } }',
      { inputs },
    );
    const at3 = (place: number, code: string) => ({ code, field: ['inputs', String(place), 'serwerSms', 'phone'] });
    expect(data).toEqual({
      it: {
        results: [
          { contact: { displayName: '+48500600701' }, userErrors: [] },
          { contact: null, userErrors: [at3(1, 'BAD_USER_INPUT')] },
          { contact: null, userErrors: [at3(2, 'UPSTREAM_REJECTED')] },
          { contact: { displayName: '+48500600702' }, userErrors: [] },
        ],
      },
    });
  });
});
