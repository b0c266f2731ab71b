import { describe, test } from 'vitest';

import type { DocumentedExchange } from '../../../support/exchange.js';
import { statusExchange } from '../sending-fixture.js';
import { arg, deleted, expectOnWire, titled, type WireCase } from '../documented-writes.js';

const refused = (code: string, field: string[] | null) => ({ userErrors: [{ code, field }] });
const account = (key: number) => arg('account', key, 'accountId');
const program = (key: number) => arg('program', key, 'programId');
const right = (user: number, name: string, key: string) => `${arg('user', user, 'userId')}, ${name}: "${key}"`;
const accountInput = (phone: string, more: string) =>
  `username: "desk1", passwordPin: "1234", firstName: "Desk", lastName: "One", phone: "${phone}", active: true, ${more}`;

/** A program that receives, and whose it is; a list without any. */
const inbox = statusExchange('/programs?program_id=1', [
  { program_id: '1', name: 'Inbox', type: 'receivefax', parent_id: null },
]);
const held = (account: number): DocumentedExchange =>
  statusExchange('/programs/1', { program_id: '1', account_id: account });
/** The guide's answers were copied with its token. */
const asGuided = (exchange: DocumentedExchange): DocumentedExchange => ({
  ...exchange,
  request: { ...exchange.request, headers: { ...exchange.request.headers, authorization: 'Bearer JWT' } },
});
const noPrograms = statusExchange('/programs', []);

/** Numbers are lines of the recording. */
const real: readonly WireCase[] = [
  [
    [274, 'account-create'],
    'createAccount',
    `input: { ${accountInput('1001', 'password: "s3cret", email: "desk1@example.com", address: "x"')} }`,
  ],
  [['account-update'], 'updateAccount', `${arg('account', 3)}, input: { username: "renamed", firstName: "Desk2" }`],
  [[290], 'setAccountSetting', `${account(3)}, name: "coverpage", value: "sendcover"`],
  [
    [inbox, held(1), 294, held(3), 293],
    'subscribeAccountToProgram',
    `${account(3)}, ${program(1)}`,
    { account: { upstreamId: '3' } },
  ],
  [
    [inbox, held(1), 294, held(1)],
    'subscribeAccountToProgram',
    `${account(3)}, ${program(1)}`,
    refused('UPSTREAM_REJECTED', ['programId']),
  ],
  [[296], 'unsubscribeAccountFromProgram', `${account(3)}, ${program(1)}`],
  [[297], 'clearAccountPrograms', account(3)],
  [[noPrograms, 300], 'releaseAccount', account(3)],
  [[noPrograms, 303], 'deleteAccount', arg('account', 3), deleted('account', 3)],
  [[noPrograms, 304], 'deleteAccount', arg('account', 3), { deletedIds: [], ...refused('NOT_FOUND', ['id']) }],
  [
    [307, 313],
    'createUser',
    `input: { username: "carol", password: "pw1", firstName: "Carol", lastName: "C", phone: "333",
      email: "carol@example.com", address: "a", company: "Co", countryId: 586, timezoneId: 1, active: true }`,
  ],
  [[348], 'updateUser', `${arg('user', 2)}, input: { active: false }`],
  [[349], 'updateUser', `${arg('user', 2)}, input: { active: true }`],
  [[325], 'grantUserRole', right(3, 'roleId', '1')],
  [[327], 'grantUserRole', right(3, 'roleId', '99'), refused('NOT_FOUND', ['roleId'])],
  [
    [328, statusExchange('/users/3/permissions', [])],
    'grantUserPermission',
    right(3, 'permissionId', '1'),
    refused('UPSTREAM_REJECTED', ['permissionId']),
  ],
  [[331], 'revokeUserPermission', right(3, 'permissionId', '1')],
  [[350], 'deleteUser', arg('user', 3), deleted('user', 3)],
  [[351], 'deleteUser', arg('user', 3), { deletedIds: [], ...refused('NOT_FOUND', ['id']) }],
];

const GUIDE_INPUT = accountInput(
  '3001234567',
  'password: "password", email: "desk@example.com", address: "ul. Prosta 1"',
);
const GUIDE_USER = `username: "anna", password: "password", firstName: "Anna", lastName: "Kowalska", phone: "3001234567",
  email: "anna@example.com", address: "ul. Prosta 1", company: "company name", countryId: 1, timezoneId: 1, active: true`;

const guide: readonly WireCase[] = [
  [
    ['account-list-0', 'account-create', 'account-get'],
    'createAccount',
    `input: { ${GUIDE_INPUT} }`,
    { account: { upstreamId: '1' } },
  ],
  [['account-update'], 'updateAccount', `${arg('account', 1)}, input: { ${GUIDE_INPUT} }`],
  [['program-list-0', 'account-delete'], 'deleteAccount', arg('account', 1), deleted('account', 1)],
  [
    [asGuided(inbox), asGuided(held(2)), 'account-subscribe', asGuided(held(1))],
    'subscribeAccountToProgram',
    `${account(1)}, ${program(1)}`,
  ],
  [['account-unsubscribe'], 'unsubscribeAccountFromProgram', `${account(1)}, ${program(1)}`],
  [['account-clear'], 'clearAccountPrograms', account(1)],
  [
    ['user-get', 'program-list-0', 'account-assign'],
    'assignAccountOwner',
    `${account(1)}, ${arg('user', 1, 'userId')}`,
  ],
  [['program-list-0', 'account-release'], 'releaseAccount', account(1)],
  [['account-setting-set'], 'setAccountSetting', `${account(1)}, name: "coverpage", value: "sendcover"`],
  [['account-setting-delete'], 'deleteAccountSetting', `${account(1)}, name: "coverpage"`],
  [
    ['user-list-0', 'user-create', 'user-list-by-id'],
    'createUser',
    `input: { ${GUIDE_USER} }`,
    { user: { upstreamId: '1' } },
  ],
  [
    ['user-update'],
    'updateUser',
    `${arg('user', 1)}, input: { firstName: "Anna", company: "company name", countryId: 1, active: true }`,
  ],
  [['user-delete'], 'deleteUser', arg('user', 1), deleted('user', 1)],
  [['user-password'], 'setUserPassword', `${arg('user', 1)}, password: "mysecret"`],
  [['user-role-grant'], 'grantUserRole', right(1, 'roleId', '1')],
  [['user-role-revoke'], 'revokeUserRole', right(1, 'roleId', '1')],
  [['user-permission-grant'], 'grantUserPermission', right(1, 'permissionId', '1')],
  [['user-permission-revoke'], 'revokeUserPermission', right(1, 'permissionId', '1')],
];

describe('as a real server was recorded', () => {
  test.each(real.map(titled))('$title is sent and its answer read', ({ wired }) => expectOnWire('real', wired));
});

describe('as the guide documents it', () => {
  test.each(guide.map(titled))('$title is sent and its answer read', ({ wired }) => expectOnWire('guide', wired));
});
