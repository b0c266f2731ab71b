import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';

import { describe, expect, test } from 'vitest';

import { BASE_PATH, CREDENTIALS, USER_CREDENTIALS } from '../../../../src/emulators/ictcore/index.js';
import { createMemoryStore } from '../../../../src/operations/memory-store.js';
import { ictCore } from '../../../../src/providers/ictcore/index.js';
import { startGateway } from '../../../support/gateway.js';
import { startFixture } from '../fixture.js';
import { id, input, refusing, recordedState, write, type Arguments } from '../run-mutation.js';

const made = (value: object): Arguments =>
  input('CreateUserInput', { username: 'carol', password: 'pw-of-carol', ...value });
const changed = (value: object): Arguments => ({ ...id('user', 2), ...input('UpdateUserInput', value) });
const right = (name: string, key: string): Arguments => ({ ...id('user', 2, 'userId'), [name]: ['String!', key] });

describe('users', () => {
  test("a user's password is `password`; the guide's `passwd` is stored as it is and never fits", async () => {
    await using fixture = await startFixture({});
    const { payload, wrote } = await write(fixture, 'createUser', made({}), 'user { username active upstreamId }');
    // `passwd`, as the guide calls it, is stored as it is and never fits.
    expect(wrote).toEqual(['POST /users {"username":"carol","password":"pw-of-carol","active":1}']);
    expect(payload).toEqual({ user: { username: 'carol', active: true, upstreamId: '3' }, userErrors: [] });
    const mayLogIn = async (password: string): Promise<boolean> => {
      const body = JSON.stringify({ username: 'carol', password });
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      return (await fetch(`${fixture.emulator.url}/api/authenticate`, { method: 'POST', headers, body })).ok;
    };
    expect(await mayLogIn('pw-of-carol')).toBe(true);
    const set = { ...id('user', 3), password: ['String!', 'new one'] } as const;
    expect((await write(fixture, 'setUserPassword', set)).userErrors).toEqual([]);
    expect([await mayLogIn('pw-of-carol'), await mayLogIn('new one')]).toEqual([false, true]);
  });

  test.each([
    ['username', ''],
    ['username', '123'],
    ['username', 'x'.repeat(65)],
    ['password', ' '],
    ['password', 'x'.repeat(129)],
    ['firstName', 'x'.repeat(129)],
    ['phone', 'none'],
    ['email', 'none'],
    ['address', 'x'.repeat(129)],
    ['company', 'x'.repeat(129)],
    ['countryId', -1],
    ['timezoneId', -1],
  ])('a %s of %j is refused before anything is sent, making and changing', async (field, value) => {
    await using fixture = await startFixture({});
    const password = { ...id('user', 2), password: ['String!', value] } as const;
    const cases: ReadonlyArray<readonly [string, Arguments, string[]]> = [
      ['createUser', made({ [field]: value }), ['input', field]],
      field === 'password'
        ? ['setUserPassword', password, [field]]
        : ['updateUser', changed({ [field]: value }), ['input', field]],
    ];
    for (const [mutation, args, path] of cases) {
      const { userErrors, wrote } = await write(fixture, mutation, args);
      expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: path }]);
      expect(wrote).toEqual([]);
      expect(userErrors[0]?.message).not.toContain('xxxxxxxx'.repeat(12));
    }
  });

  test('a name or e-mail that is taken is told at its field, as the server names no reason', async () => {
    await using fixture = await startFixture({});
    const value = { username: 'Admin', email: 'USER@ictcore.org' };
    const { userErrors, wrote } = await write(fixture, 'createUser', made(value));
    const fields = userErrors.map(({ code, field }) => `${code} ${field?.[1] ?? ''}`);
    expect(fields).toEqual(['BAD_USER_INPUT username', 'BAD_USER_INPUT email']);
    expect(wrote).toEqual([]);
  });

  test('a name to log in with that the server keeps is told, and the rest is changed', async () => {
    await using fixture = await startFixture({});
    const change = changed({ username: 'renamed', company: 'NewCo', countryId: null });
    const { payload } = await write(fixture, 'updateUser', change, 'user { username company countryId }');
    expect(payload).toEqual({
      user: { username: 'user', company: 'NewCo', countryId: null },
      userErrors: [
        {
          code: 'UPSTREAM_REJECTED',
          field: ['input', 'username'],
          message: expect.stringContaining('renamed') as string,
        },
      ],
    });
  });

  test('a change whose answer is lost is looked up in the item; a user in the list', async () => {
    await using fixture = await startFixture({});
    fixture.emulator.addFault({ kind: 'resetAfterEffect', method: 'PUT' });
    const done = await write(fixture, 'updateUser', changed({ company: 'NewCo', active: false, email: null }));
    expect(await recordedState(fixture, done)).toEqual({ state: 'SUCCEEDED', settlements: [{ by: 'LOOK' }] });
    fixture.emulator.clearFaults();
    fixture.emulator.addFault({ kind: 'resetAfterEffect', method: 'POST', path: '/users' });
    const made2 = await write(fixture, 'createUser', made({}));
    expect(await recordedState(fixture, made2)).toEqual({ state: 'SUCCEEDED', settlements: [{ by: 'LOOK' }] });
  });

  test('who may not do it is told so, and nothing is called unknown', async () => {
    await using fixture = await startFixture({}, USER_CREDENTIALS);
    const { errors, userErrors } = await write(fixture, 'createUser', made({}));
    expect(userErrors).toEqual([]);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_AUTH', sent: 'no' } }]);
  });
});

describe('roles and permissions', () => {
  const ROLES = 'user { roles { name } }';

  test('roles are given and taken, twice as once', async () => {
    await using fixture = await startFixture({});
    for (const names of [
      ['user', 'admin'],
      ['user', 'admin'],
    ]) {
      const { payload } = await write(fixture, 'grantUserRole', right('roleId', '2'), ROLES);
      expect(payload).toEqual({ user: { roles: names.map((name) => ({ name })) }, userErrors: [] });
    }
    for (let times = 0; times < 2; times += 1) {
      const { payload } = await write(fixture, 'revokeUserRole', right('roleId', '2'), ROLES);
      expect(payload).toEqual({ user: { roles: [{ name: 'user' }] }, userErrors: [] });
    }
  });

  test('a role that is not there is named', async () => {
    await using fixture = await startFixture({});
    for (const role of ['9', 'admin', '2/../1']) {
      const { userErrors } = await write(fixture, 'grantUserRole', right('roleId', role));
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['roleId'] }]);
    }
    const args = { ...id('user', 9, 'userId'), roleId: ['String!', '1'] } as const;
    const { userErrors } = await write(fixture, 'grantUserRole', args);
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['userId'] }]);
  });

  test('a permission is never given: `false` in a 200 is UPSTREAM_REJECTED', async () => {
    await using fixture = await startFixture({});
    const { userErrors, errors } = await write(fixture, 'grantUserPermission', right('permissionId', '1'));
    expect(userErrors).toMatchObject([{ code: 'UPSTREAM_REJECTED', field: ['permissionId'] }]);
    expect(errors).toEqual([]);
    const taken = await write(fixture, 'revokeUserPermission', right('permissionId', '1'));
    expect(taken.userErrors).toEqual([]);
  });

  test('a role whose answer is lost is looked up', async () => {
    await using fixture = await startFixture({});
    fixture.emulator.addFault({ kind: 'resetAfterEffect', method: 'PUT' });
    const done = await write(fixture, 'grantUserRole', right('roleId', '2'));
    expect(await recordedState(fixture, done)).toEqual({ state: 'SUCCEEDED', settlements: [{ by: 'LOOK' }] });
  });
});

describe('passwords and PINs', () => {
  const password = 'Tr0ub4dor&3';
  const passwordPin = '90210';
  const secrets = [password, passwordPin];
  const writes: ReadonlyArray<readonly [string, Arguments]> = [
    ['createUser', made({ password })],
    ['setUserPassword', { ...id('user', 2), password: ['String!', password] }],
    ['createAccount', input('CreateAccountInput', { username: 'desk', password, passwordPin })],
    ['updateAccount', { ...id('account', 1), ...input('UpdateAccountInput', { password, passwordPin }) }],
    ['createTrunk', input('CreateTrunkInput', { name: 't', username: 'u', password })],
    ['updateTrunk', { ...id('gateway', 1), ...input('UpdateTrunkInput', { password }) }],
  ];
  const faults = [
    undefined,
    { ...refusing(417, `SQL failed: (${secrets.join(', ')})`), path: '/' },
    { ...refusing(500, `SQL failed: (${secrets.join(', ')})`), path: '/' },
    { kind: 'resetAfterEffect', path: '/' },
    { kind: 'html', path: '/' },
  ] as const;

  test.each(writes)('of %s are in no message and no store, whatever the server says', async (mutation, args) => {
    for (const fault of faults) {
      const store = createMemoryStore();
      const warned: unknown[] = [];
      await using fixture = await startFixture({ providers: [{ name: 'old', host: 'h' }] });
      const { emulator } = fixture;
      const settings = { auth: CREDENTIALS };
      const gateway = startGateway([{ provider: ictCore, baseUrl: emulator.url + BASE_PATH, settings }], undefined, {
        store,
        warn: (...visible) => void warned.push(...visible),
      });
      // A log-in is a POST too.
      await gateway.ask('{ contacts { totalCount } }');
      if (fault) emulator.addFault({ ...fault, method: mutation.startsWith('create') ? 'POST' : 'PUT' });
      const idempotencyKey = randomUUID();
      const [type = '', value] = args['input'] ?? [];
      const keyed: Arguments =
        typeof value === 'object' && value !== null
          ? { ...args, input: [type, { ...value, idempotencyKey }] }
          : { ...args, idempotencyKey: ['String', idempotencyKey] };
      const done = await write({ gateway, emulator }, mutation, keyed);
      const stored = await store.list({ limit: 100 });
      expect(done.wrote.join()).toContain(password);
      expect(stored).toHaveLength(1);
      const visible = JSON.stringify({ ...done, wrote: [], kept: stored, warned: inspect(warned, { depth: 9 }) });
      for (const secret of secrets) expect(visible).not.toContain(secret);
      await gateway.close();
    }
  });

  test.each([
    ['blanks, which a message has once', 'two  blanks', (secret: string) => `SQL failed: (${secret})`, 'two blanks'],
    [
      'a length at which a message is cut',
      'Tr0ub4dor&3'.repeat(9),
      (secret: string) => `${'x'.repeat(150)} ${secret}`,
      'Tr0u',
    ],
  ])('with %s are not told in part either', async (_, secret, says, visible) => {
    await using fixture = await startFixture();
    fixture.emulator.addFault({ ...refusing(417, says(secret)), path: '/users', method: 'PUT' });
    const done = await write(fixture, 'setUserPassword', { ...id('user', 1), password: ['String!', secret] });
    expect(done.errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    expect(done.errors[0]?.message).not.toContain(visible);
  });
});
