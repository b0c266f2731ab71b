import { call, rangeOf, type Call } from '../../graph/cost/call.js';
import type { Costs, Known } from '../../graph/cost/costs.js';
import { MOST_GROUPS } from './contact-groups.js';
import { sendingWriteCosts } from './costs-writes-sending.js';
import { perhaps, type WriteCost } from './costs-ways.js';

/** Looks after what release 1.2 calls a failure although it is done are perhaps; the rest is always asked. */
const ONE: Readonly<Record<string, WriteCost>> = {
  createContact: ({ rows, named }) => [
    call('POST /contacts'),
    // For each group that the input names.
    ...groupsOf(named?.('group'), rows('group')),
  ],
  updateContact: () => [call('PUT /contacts/{id}')],
  deleteContact: () => [call('DELETE /contacts/{id}'), perhaps('GET /contacts/{id}')],
  addContactToGroup: () => [
    call('GET /groups/{id}'),
    call('PUT /contacts/{id}/link/{id}'),
    perhaps('GET /groups/{id}/contacts'),
  ],
  removeContactFromGroup: () => [call('DELETE /contacts/{id}/link/{id}'), perhaps('GET /groups/{id}/contacts')],
  createGroup: () => [call('POST /groups')],
  updateGroup: () => [call('PUT /groups/{id}')],
  deleteGroup: ({ rows }) => [
    call('DELETE /groups/{id}'),
    perhaps('GET /groups/{id}'),
    // With its contacts, if that is asked for.
    perhaps('GET /groups/{id}/contacts'),
    perhaps('DELETE /contacts/{id}', rows('contact')),
  ],

  createTrunk: () => [call('GET /providers', { expected: 1, worst: 2 }), call('POST /providers')],
  updateTrunk: () => [call('PUT /providers/{id}'), perhaps('GET /providers/{id}', 2)],
  deleteTrunk: () => [call('DELETE /providers/{id}'), perhaps('GET /providers/{id}')],

  createAccount: () => [call('GET /accounts'), call('POST /accounts')],
  updateAccount: () => [call('PUT /accounts/{id}')],
  deleteAccount: ({ rows }) => [
    ...programsOfAccount(rows('program')),
    call('DELETE /accounts/{id}'),
    perhaps('GET /accounts/{id}'),
    perhaps('GET /programs'),
  ],
  subscribeAccountToProgram: () => [
    call('GET /programs'),
    call('GET /programs/{id}', { expected: 2, worst: 2 }),
    call('PUT /accounts/{id}/programs/{id}'),
  ],
  unsubscribeAccountFromProgram: () => [call('DELETE /accounts/{id}/programs/{id}')],
  clearAccountPrograms: () => [call('DELETE /accounts/{id}/programs')],
  // Its programs are not looked for where they may go.
  assignAccountOwner: ({ rows }) => [
    call('GET /users/{id}'),
    ...programsOfAccount(rows('program')),
    call('PUT /accounts/{id}/users/{id}'),
    perhaps('GET /accounts/{id}'),
  ],
  releaseAccount: ({ rows }) => [
    ...programsOfAccount(rows('program')),
    call('DELETE /accounts/{id}/users'),
    perhaps('GET /accounts/{id}'),
  ],
  setAccountSetting: () => [call('PUT /accounts/{id}/settings/{name}')],
  deleteAccountSetting: () => [call('DELETE /accounts/{id}/settings/{id}')],

  createUser: () => [call('GET /users'), call('POST /users')],
  // A new name is looked at: in the list, or where that is not allowed in the item.
  updateUser: () => [call('PUT /users/{id}'), perhaps('GET /users', 2), perhaps('GET /users/{id}', 3)],
  deleteUser: () => [call('DELETE /users/{id}'), perhaps('GET /users/{id}')],
  setUserPassword: () => [call('PUT /users/{id}/password')],
  grantUserRole: () => [call('PUT /users/{id}/roles/{id}'), perhaps('GET /users/{id}/roles')],
  revokeUserRole: () => [call('DELETE /users/{id}/roles/{id}'), perhaps('GET /users/{id}/roles')],
  // Release 1.2 answers each with a no, after which it is looked at.
  grantUserPermission: () => [call('PUT /users/{id}/permissions/{id}'), call('GET /users/{id}/permissions')],
  revokeUserPermission: () => [call('DELETE /users/{id}/permissions/{id}'), perhaps('GET /users/{id}/permissions')],

  ...sendingWriteCosts,
};

/** The list, and the item of each program that may be an account's. */
function programsOfAccount(programs: number): readonly Call[] {
  return [call('GET /programs'), call('GET /programs/{id}', { expected: programs / 2, worst: programs })];
}

/** Groups are looked at, and joined; whether they were, where the answer does not say. */
function groupsOf(named: number | undefined, groups: number): readonly Call[] {
  const likely = named ?? 0;
  const most = named ?? MOST_GROUPS;
  const joined = Math.min(most, groups);
  return [
    call('GET /groups/{id}', { expected: likely, worst: most }),
    call('PUT /contacts/{id}/link/{id}', { expected: Math.min(likely, groups), worst: joined }),
    perhaps('GET /groups/{id}/contacts', joined),
  ];
}

/** Mutations of many things, by the one that does the same with one. */
const MANY: Readonly<Record<string, string>> = { createContacts: 'createContact', deleteContacts: 'deleteContact' };

function times(count: number, { operation, times: once }: Call): Call {
  const { expected, worst } = rangeOf(once);
  return { operation, times: { expected: count * expected, worst: count * worst } };
}

/** What the mutations cost that an installation supports; for a URL to send a file to nothing is asked but the look at what takes it. */
export const writeCosts: Costs['writes'] = {
  createMediaUpload: () => [],
  createGroupImport: () => [],
  ...Object.fromEntries(
    Object.entries(ONE).map(([name, one]) => [
      name,
      (count: number, known: Known) => one(known).map((each) => times(count, each)),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(MANY).map(([name, single]) => [
      name,
      (count: number, known: Known) =>
        (ONE[single]?.(known) ?? []).map((each): Call => ({ ...times(count, each), each: true })),
    ]),
  ),
};
