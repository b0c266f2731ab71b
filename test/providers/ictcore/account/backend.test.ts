import { describe, expect, test } from 'vitest';

import { USER_CREDENTIALS } from '../../../../src/emulators/ictcore/index.js';
import { DEMO_USERS, SEED } from '../../../../src/emulators/ictcore/seed.js';
import { encodeId } from '../../../../src/graph/values/id.js';
import { selectAll } from '../../../support/select-all.js';
import { startFixture, startScripted } from '../fixture.js';

const idOf = (noun: 'account' | 'user', key: string): string => encodeId('ictcore', noun, key);
const BY_IDS = (fields: string) => `query ($ids: [ID!]!) { nodes(ids: $ids) { ${fields} } }`;

describe('accounts', () => {
  test('lists tell types and owners, items the address and whether it is active, each only where it is selected', async () => {
    await using fixture = await startFixture();
    const lists = await fixture.gateway.ask('{ accounts { nodes { username type owner { id } } } }');
    expect(lists.data).toMatchObject({
      accounts: {
        nodes: [
          { username: 'admin', type: 'account' },
          { username: 'user', type: 'account', owner: { id: idOf('user', '2') } },
          { username: '48221002000', type: 'did', owner: { id: idOf('user', '1') } },
          { username: 'desk1', type: 'extension' },
        ],
      },
    });
    expect(fixture.asked()).toEqual(['/accounts', '/users']);
    const items = await fixture.gateway.ask('{ accounts(first: 2) { nodes { address active } } }');
    expect(items.data).toEqual({
      accounts: {
        nodes: [
          { address: null, active: true },
          { address: null, active: true },
        ],
      },
    });
    expect(fixture.asked()).toEqual(['/accounts', '/accounts/1', '/accounts/2']);
  });

  test('one by id is its item, whose type takes a search; several are the list', async () => {
    await using fixture = await startFixture();
    const fields = '... on Account { username address type }';
    const one = await fixture.gateway.ask(BY_IDS(fields), { ids: [idOf('account', '4')] });
    expect(one.data).toEqual({ nodes: [{ username: 'desk1', address: null, type: 'extension' }] });
    expect(fixture.asked()).toEqual(['/accounts/4', '/accounts?account_id=4']);
    const several = await fixture.gateway.ask(BY_IDS('... on Account { type }'), {
      ids: ['4', '3', '99', '-2', '0'].map((key) => idOf('account', key)),
    });
    expect(several.data).toEqual({ nodes: [{ type: 'extension' }, { type: 'did' }, null, null, null] });
    expect(fixture.asked()).toEqual(['/accounts']);
  });

  test('a setting is text, JSON where it is not, and null where it is not set', async () => {
    await using fixture = await startFixture({
      accounts: [
        { account_id: 1, username: 'a', settings: '{"cover":"sendcover","n":5,"on":true,"empty":"","more":{"x":[1]}}' },
        { account_id: 2, username: 'b' },
      ],
    });
    const SETTINGS = ['cover', 'n', 'on', 'empty', 'more', 'other']
      .map((name) => `${name}: setting(name: "${name}")`)
      .join(' ');
    const { data, errors } = await fixture.gateway.ask(`{ accounts { nodes { ${SETTINGS} } } }`);
    const none = { cover: null, n: null, on: null, empty: null, more: null, other: null };
    expect({ data, errors }).toEqual({
      data: {
        accounts: { nodes: [{ ...none, cover: 'sendcover', n: '5', on: 'true', more: '{"x":[1]}' }, none] },
      },
      errors: [],
    });
    // The server says that a setting is there; what it is stands in the item, which is read once.
    expect(fixture.asked().filter((target) => target === '/accounts/1')).toHaveLength(1);
    await fixture.gateway.ask('{ accounts { nodes { cover: setting(name: "other") } } }');
    expect(fixture.asked()).toEqual(['/accounts', '/accounts/1/settings/other', '/accounts/2/settings/other']);
    const bad = await fixture.gateway.ask('{ accounts { nodes { setting(name: "../users") } } }');
    expect(bad.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  test.each([
    [{ value: 'sendcover' }, 'sendcover'],
    [{ value: 7 }, '7'],
    [{ value: null }, null],
    ['"bare"', 'bare'],
    [{ error: { code: 404, message: 'Setting not found' } }, null],
  ])("the guide's answer tells the value itself: %j", async (body, setting) => {
    await using server = await startScripted({
      '/accounts': { body: [{ account_id: 1, username: 'a' }] },
      '/accounts/1/settings/cover': { body },
    });
    const { data, errors } = await server.gateway.ask('{ accounts { nodes { setting(name: "cover") } } }');
    expect({ data, errors }).toEqual({ data: { accounts: { nodes: [{ setting }] } }, errors: [] });
  });
});

describe('users', () => {
  test('items tell all but the name to log in with, lists little else; roles and permissions are lists of their own', async () => {
    await using fixture = await startFixture();
    const WHOLE =
      'username firstName address company countryId timezoneId active roles { upstreamId name } permissions { name }';
    const { data, errors } = await fixture.gateway.ask(
      `{ users(filter: { username: { eq: "USER" } }) { nodes { ${WHOLE} } } }`,
    );
    expect({ data, errors }).toEqual({
      data: {
        users: {
          nodes: [
            {
              username: 'user',
              firstName: 'Test',
              address: null,
              company: null,
              countryId: null,
              timezoneId: null,
              active: true,
              roles: [{ upstreamId: '1', name: 'user' }],
              permissions: [],
            },
          ],
        },
      },
      errors: [],
    });
    expect(fixture.asked().sort()).toEqual([
      '/users/2',
      '/users/2/permissions',
      '/users/2/roles',
      '/users?username=USER',
    ]);
  });

  test('are compared as a whole by the server, which forgives case, accents and blanks, and again here', async () => {
    const others = ['ann', 'ANN', 'änn', 'ann ', 'anna'].map((username, at) => ({
      user_id: at + 3,
      username,
      phone: `+48 ${at}`,
      email: `${username.trim()}@example.com`,
    }));
    await using fixture = await startFixture({ ...DEMO_USERS, users: [...(DEMO_USERS.users ?? []), ...others] });
    const find = async (filter: object) => {
      const { data } = await fixture.gateway.ask(
        'query ($filter: UserFilter) { users(filter: $filter) { nodes { upstreamId } } }',
        { filter },
      );
      const { nodes } = data?.['users'] as { nodes: ReadonlyArray<{ upstreamId: string }> };
      return { keys: nodes.map(({ upstreamId }) => upstreamId), asked: fixture.asked() };
    };
    expect(await find({ username: { eq: 'Ann' } })).toEqual({
      keys: ['3', '4', '6'],
      asked: ['/users?username=Ann'],
    });
    expect(await find({ email: { eq: 'ann@EXAMPLE.com' }, phone: { eq: '+48 1' } })).toEqual({
      keys: ['4'],
      asked: ['/users?email=ann%40EXAMPLE.com&phone=%2B48%201'],
    });
    // A part of a text, and what could mean more in SQL, are looked for here.
    for (const filter of [{ username: { contains: 'ann' } }, { username: { startsWith: 'an' } }]) {
      expect(await find(filter)).toMatchObject({
        keys: expect.arrayContaining(['3', '7']) as unknown,
        asked: ['/users'],
      });
    }
    expect(await find({ username: { eq: "' OR ''='" } })).toMatchObject({ keys: [], asked: ['/users'] });
    expect(await find({ username: { eq: 'änn' } })).toMatchObject({ keys: ['5'], asked: ['/users'] });
  });

  test('whoever may read users and not list them reads them one by one', async () => {
    await using fixture = await startFixture(undefined, USER_CREDENTIALS);
    const ids = [idOf('user', '1'), idOf('user', '2')];
    const { data, errors } = await fixture.gateway.ask(BY_IDS('... on User { email }'), { ids });
    expect({ data, errors }).toEqual({
      data: { nodes: [{ email: 'admin@ictcore.org' }, { email: 'user@ictcore.org' }] },
      errors: [],
    });
    const named = await fixture.gateway.ask(BY_IDS('... on User { username }'), { ids });
    expect(named.data).toEqual({ nodes: [{ username: null }, { username: null }] });
    expect(named.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_AUTH' } }]);
  });

  test.each([404, 405, 501])('a server that has no lists of roles (status %i) has none to tell', async (status) => {
    await using server = await startScripted({
      '/users': { body: [{ user_id: 1, username: 'a' }] },
      '/users/1/roles': { status, body: '' },
      '/users/1/permissions': { status, body: '' },
    });
    const { data, errors } = await server.gateway.ask('{ users { nodes { roles { name } permissions { name } } } }');
    expect({ data, errors }).toEqual({ data: { users: { nodes: [{ roles: [], permissions: [] }] } }, errors: [] });
  });

  test('roles that can not be read cost no other column', async () => {
    await using fixture = await startFixture();
    fixture.emulator.addFault({ kind: 'html', path: '/roles' });
    const { data, errors } = await fixture.gateway.ask('{ users(first: 1) { nodes { active roles { name } } } }');
    fixture.emulator.clearFaults();
    expect(data).toEqual({ users: { nodes: [{ active: true, roles: [] }] } });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_PROTOCOL' } }]);
  });
});

test('no password, PIN or secret of a trunk is in any answer, whatever is selected', async () => {
  await using fixture = await startFixture();
  const { schema } = fixture.gateway;
  const lists = [
    'contacts',
    'groups',
    'gateways',
    'campaigns',
    'transmissions',
    'programs',
    'messages',
    'accounts',
    'users',
  ];
  const types = ['Contact', 'Group', 'Gateway', 'Campaign', 'Transmission', 'Program', 'Message', 'Account', 'User'];
  const logged: string[] = [];
  for (const [at, list] of lists.entries()) {
    const type = schema.getType(types[at] ?? '');
    if (!type || !('getFields' in type) || !('getInterfaces' in type)) throw new Error(`no type for ${list}`);
    const fields = selectAll(schema, type, 1, { 'Account.setting': '(name: "coverpage")' });
    const answer = await fixture.gateway.ask(`{ ${list} { nodes { ${fields} } } }`);
    expect(answer.errors).toEqual([]);
    logged.push(JSON.stringify(answer));
  }
  const rows = [...(SEED.accounts ?? []), ...(SEED.users ?? []), ...(SEED.providers ?? [])];
  const secrets = rows.flatMap(({ passwd, passwd_pin: pin, password }) => [passwd, pin, password]);
  const known = [...new Set(secrets)].filter((secret) => typeof secret === 'string');
  expect(known.length).toBeGreaterThan(5);
  // As values: a PIN of four digits may be a part of a number.
  expect(known.filter((secret) => logged.some((text) => text.includes(`"${secret}"`)))).toEqual([]);
  expect(known.filter((secret) => secret.length > 6 && logged.some((text) => text.includes(secret)))).toEqual([]);
}, 30_000);
