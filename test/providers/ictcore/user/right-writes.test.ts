import { expect, test } from 'vitest';

import { startFixture } from '../fixture.js';
import { id, input, refusing, write, type Arguments } from '../run-mutation.js';

/** A user whom an administrator of the database gave two permissions of his own. */
const seed = {
  user_permissions: [3, 5].map((permission_id) => ({ user_id: 2, permission_id })),
};
const right = (name: string, key: string): Arguments => ({ ...id('user', 2, 'userId'), [name]: ['String!', key] });
const OWN = 'user { firstName username roles { upstreamId } permissions { upstreamId } }';
const rejected = [
  { code: 'UPSTREAM_REJECTED', field: null, message: expect.stringContaining('permissions') as string },
];

test.each<[string, Arguments, object]>([
  [
    'updateUser',
    { ...id('user', 2), ...input('UpdateUserInput', { firstName: 'New', email: null }) },
    { firstName: 'New' },
  ],
  ['grantUserRole', right('roleId', '2'), { roles: [{ upstreamId: '1' }, { upstreamId: '2' }] }],
  ['revokeUserRole', right('roleId', '1'), { roles: [] }],
  ['revokeUserPermission', right('permissionId', '5'), { permissions: [] }],
])('%s that is done though it was refused is done, and the lost permissions are told', async (field, args, is) => {
  await using fixture = await startFixture(seed);
  const { payload, errors } = await write(fixture, field, args, OWN);
  expect({ payload, errors }).toMatchObject({
    payload: { user: { ...is, permissions: [] }, userErrors: rejected },
    errors: [],
  });
});

test('a password that was refused may be set: nobody knows, and it is not sent again', async () => {
  await using fixture = await startFixture(seed);
  const args: Arguments = {
    ...id('user', 2),
    password: ['String!', 'abc def ghi'],
    idempotencyKey: ['String', 'k'.repeat(20)],
  };
  for (const times of [1, 0]) {
    const { userErrors, errors, wrote } = await write(fixture, 'setUserPassword', args);
    expect({ userErrors, errors }).toMatchObject({
      userErrors: [],
      errors: [{ extensions: { code: 'OUTCOME_UNKNOWN' } }],
    });
    expect(wrote).toHaveLength(times);
  }
});

test('a permission that was not given is a no', async () => {
  await using fixture = await startFixture(seed);
  const { userErrors } = await write(fixture, 'grantUserPermission', right('permissionId', '7'));
  expect(userErrors).toMatchObject([{ code: 'UPSTREAM_REJECTED', field: ['permissionId'] }]);
});

test.each([
  ['updateUser', { ...id('user', 2), ...input('UpdateUserInput', { company: 'Other' }) }],
  ['updateUser', { ...id('user', 2), ...input('UpdateUserInput', { username: 'other' }) }],
  ['grantUserRole', right('roleId', '2')],
] as const)('%s that was refused and not done keeps its failure', async (field, args) => {
  await using fixture = await startFixture();
  fixture.emulator.addFault({ ...refusing(417, 'User update failed'), method: 'PUT' });
  const { userErrors, errors } = await write(fixture, field, args);
  expect([userErrors.map(({ code }) => code), errors]).toEqual([['UPSTREAM_REJECTED'], []]);
});

test('what can not be read back is unknown', async () => {
  await using fixture = await startFixture(seed);
  fixture.emulator.addFault({ kind: 'status', status: 500, method: 'GET', path: '/roles' });
  const { errors } = await write(fixture, 'grantUserRole', right('roleId', '2'));
  expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
});
