import { describe, expect, test } from 'vitest';

import { startFixture, startScripted } from '../fixture.js';
import { id, idOf, input, refusing, recordedState, write, type Arguments } from '../run-mutation.js';

const firstAccount = { account_id: 3, type: 'account', username: 'desk1', phone: '1001', active: 1, user_id: 1 };
const extension = { account_id: 4, type: 'extension', username: 'ext1', active: 1, user_id: 2 };
const own = [1, 2].map((key) => ({ account_id: key, type: 'account', username: `own${key}`, active: 1, user_id: key }));
const seed = { accounts: [...own, firstAccount, extension] };

const made = (value: object): Arguments => input('CreateAccountInput', { username: 'desk2', ...value });
const changed = (value: object): Arguments => ({ ...id('account', 3), ...input('UpdateAccountInput', value) });
const of = (noun: string, key: number | string): Arguments => id(noun, key, `${noun}Id`);

describe('accounts', () => {
  test('are usable unless they say otherwise, and are told without their secrets', async () => {
    await using fixture = await startFixture(seed);
    const value = { password: 's3cret', passwordPin: '1234', phone: '+48 500-111', email: null, type: 'did' };
    const { payload, wrote } = await write(
      fixture,
      'createAccount',
      made(value),
      'account { type active phone email }',
    );
    expect(wrote).toEqual([
      'POST /accounts {"type":"did","username":"desk2","phone":"+48500111","passwd":"s3cret","passwd_pin":"1234","active":1}',
    ]);
    const account = { type: 'did', active: true, phone: '+48500111', email: null };
    expect(payload).toEqual({ account, userErrors: [] });
    const off = await write(fixture, 'createAccount', made({ active: false }), 'account { active }');
    expect(off.payload).toMatchObject({ account: { active: false } });
  });

  test.each([
    ['type', 'trunk'],
    ['username', ' '],
    ['username', 'x'.repeat(65)],
    ['password', 'x'.repeat(129)],
    ['passwordPin', 'four'],
    ['firstName', 'x'.repeat(129)],
    ['lastName', 'a\uDC00'],
    ['phone', '1'.repeat(17)],
    ['phone', 'none'],
    ['email', 'none'],
    ['address', 'x'.repeat(129)],
  ])('a %s of %j is refused before anything is sent, making and changing', async (field, value) => {
    await using fixture = await startFixture(seed);
    const both: Array<readonly [string, Arguments]> = [['createAccount', made({ [field]: value })]];
    if (field !== 'type') both.push(['updateAccount', changed({ [field]: value })]);
    for (const [mutation, args] of both) {
      const { userErrors, wrote } = await write(fixture, mutation, args);
      expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', field] }]);
      expect(wrote).toEqual([]);
      if (field.startsWith('password')) expect(userErrors[0]?.message).not.toContain(value);
    }
  });

  test.each(['username', 'password', 'active'])("%s can't be cleared", async (field) => {
    await using fixture = await startFixture(seed);
    const { userErrors, wrote } = await write(fixture, 'updateAccount', changed({ [field]: null }));
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', field] }]);
    expect(wrote).toEqual([]);
  });

  test('a name that is taken is told at its field, as the server names no reason', async () => {
    await using fixture = await startFixture(seed);
    const { userErrors, wrote } = await write(fixture, 'createAccount', made({ username: 'DESK1' }));
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', 'username'] }]);
    expect(wrote).toEqual([]);
    // Only accounts of the same type must differ.
    const other = await write(fixture, 'createAccount', made({ username: 'desk1', type: 'did' }));
    expect(other.userErrors).toEqual([]);
  });

  test('the deletion of an extension is called a failure (417) and is done', async () => {
    await using fixture = await startFixture(seed);
    const { payload } = await write(fixture, 'deleteAccount', id('account', 4), 'deletedIds');
    expect(payload).toEqual({ deletedIds: [idOf('account', 4)], userErrors: [] });
    const again = await write(fixture, 'deleteAccount', id('account', 4), 'deletedIds');
    expect(again.payload).toMatchObject({ deletedIds: [], userErrors: [{ code: 'NOT_FOUND' }] });
  });

  test('a deletion that is refused and not done keeps its failure', async () => {
    await using fixture = await startFixture(seed);
    fixture.emulator.addFault({ ...refusing(417, 'No such luck'), method: 'DELETE' });
    const { payload } = await write(fixture, 'deleteAccount', id('account', 3), 'deletedIds');
    expect(payload).toMatchObject({ deletedIds: [], userErrors: [{ code: 'UPSTREAM_REJECTED' }] });
  });
});

describe('owners', () => {
  const OWNER = 'account { owner { upstreamId } }';

  test('are given and taken', async () => {
    await using fixture = await startFixture(seed);
    const given = await write(fixture, 'assignAccountOwner', { ...of('account', 3), ...of('user', 2) }, OWNER);
    expect(given.payload).toEqual({ account: { owner: { upstreamId: '2' } }, userErrors: [] });
    const taken = await write(fixture, 'releaseAccount', of('account', 3), OWNER);
    expect(taken.payload).toEqual({ account: { owner: null }, userErrors: [] });
  });

  test('a user that is not there is not sent, as the server would take him', async () => {
    await using fixture = await startFixture(seed);
    for (const user of [99, '-1', 'admin']) {
      const args = { ...of('account', 3), ...of('user', user) };
      const { userErrors, wrote } = await write(fixture, 'assignAccountOwner', args);
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['userId'] }]);
      expect(wrote).toEqual([]);
    }
  });

  test('an extension in use loses its owner and gets none (404): that is told', async () => {
    await using fixture = await startFixture(seed);
    const { payload } = await write(fixture, 'assignAccountOwner', { ...of('account', 4), ...of('user', 1) }, OWNER);
    expect(payload).toEqual({
      account: { owner: null },
      userErrors: [
        {
          code: 'UPSTREAM_REJECTED',
          field: ['userId'],
          message: expect.stringContaining('took the account') as string,
        },
      ],
    });
  });

  test('the release of an extension in use is called a failure (404) and is done', async () => {
    await using fixture = await startFixture(seed);
    const { payload } = await write(fixture, 'releaseAccount', of('account', 4), OWNER);
    expect(payload).toEqual({ account: { owner: null }, userErrors: [] });
    const gone = await write(fixture, 'releaseAccount', of('account', 77));
    expect(gone.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('settings', () => {
  const set = (name: string, value: string): Arguments => ({
    ...of('account', 3),
    name: ['String!', name],
    value: ['String!', value],
  });
  const READ = 'account { cover: setting(name: "cover") other: setting(name: "other") }';

  test('are set, replaced and removed one by one', async () => {
    await using fixture = await startFixture(seed);
    await write(fixture, 'setAccountSetting', set('other', 'x'));
    await write(fixture, 'setAccountSetting', set('cover', 'a'));
    const { payload } = await write(fixture, 'setAccountSetting', set('cover', '{"a":1}\n"b"'), READ);
    expect(payload).toEqual({ account: { cover: '{"a":1}\n"b"', other: 'x' }, userErrors: [] });
    const args = { ...of('account', 3), name: ['String!', 'cover'] } as const;
    const removed = await write(fixture, 'deleteAccountSetting', args, READ);
    expect(removed.payload).toEqual({ account: { cover: null, other: 'x' }, userErrors: [] });
  });

  test.each([
    ['', 'x', 'name'],
    ['..', 'x', 'name'],
    ['a/b', 'x', 'name'],
    ['x'.repeat(65), 'x', 'name'],
    ['cover', '', 'value'],
    ['cover', ' ', 'value'],
    ['cover', 'x'.repeat(10_001), 'value'],
  ])('%j with %.12j is refused before anything is sent', async (name, value, field) => {
    await using fixture = await startFixture(seed);
    const { userErrors, wrote } = await write(fixture, 'setAccountSetting', set(name, value));
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: [field] }]);
    expect(wrote).toEqual([]);
  });

  test('one whose answer is lost is looked up in the item', async () => {
    await using fixture = await startFixture(seed);
    fixture.emulator.addFault({ kind: 'resetAfterEffect', method: 'PUT' });
    const done = await write(fixture, 'setAccountSetting', set('cover', 'x'));
    expect(await recordedState(fixture, done)).toEqual({ state: 'SUCCEEDED', settlements: [{ by: 'LOOK' }] });
  });

  test('a bare `false` is a no', async () => {
    await using server = await startScripted({ '/accounts/3/settings/cover': { body: 'false' } });
    const emulator = { requests: [] };
    const { userErrors, errors } = await write(
      { ...server, emulator: emulator as never },
      'setAccountSetting',
      set('cover', 'x'),
    );
    expect({ userErrors, errors }).toMatchObject({ userErrors: [{ code: 'UPSTREAM_REJECTED' }], errors: [] });
  });
});
