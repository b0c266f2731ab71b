import { plannedCall, rangeOf, type PlannedCall } from '../../../graph/ports/planned-call.js';
import type { ProviderCosts, KnownSizes } from '../../../graph/ports/costs.js';
import { MAX_INITIAL_GROUPS } from '../contact/initial-groups.js';
import { sendingWriteCosts } from './sending-writes.js';
import { upTo, type WriteCost } from '../../../graph/ports/cost-formulas.js';

/** Looks after what release 1.2 calls a failure although it is done are perhaps; the rest is always asked. */
const SINGLE_WRITE_COSTS: Readonly<Record<string, WriteCost>> = {
  createContact: ({ rows, idsPerItem }) => [
    plannedCall('POST /contacts'),
    // For each group that the input names.
    ...groupLinkCalls(idsPerItem?.('group'), rows('group')),
  ],
  updateContact: () => [plannedCall('PUT /contacts/{id}')],
  deleteContact: () => [plannedCall('DELETE /contacts/{id}'), upTo('GET /contacts/{id}')],
  addContactToGroup: () => [
    plannedCall('GET /groups/{id}'),
    plannedCall('PUT /contacts/{id}/link/{id}'),
    upTo('GET /groups/{id}/contacts'),
  ],
  removeContactFromGroup: () => [plannedCall('DELETE /contacts/{id}/link/{id}'), upTo('GET /groups/{id}/contacts')],
  createGroup: () => [plannedCall('POST /groups')],
  updateGroup: () => [plannedCall('PUT /groups/{id}')],
  deleteGroup: ({ rows }) => [
    plannedCall('DELETE /groups/{id}'),
    upTo('GET /groups/{id}'),
    // With its contacts, if that is asked for.
    upTo('GET /groups/{id}/contacts'),
    upTo('DELETE /contacts/{id}', rows('contact')),
  ],

  createTrunk: () => [plannedCall('GET /providers', { expected: 1, worst: 2 }), plannedCall('POST /providers')],
  updateTrunk: () => [plannedCall('PUT /providers/{id}'), upTo('GET /providers/{id}', 2)],
  deleteTrunk: () => [plannedCall('DELETE /providers/{id}'), upTo('GET /providers/{id}')],

  createAccount: () => [plannedCall('GET /accounts'), plannedCall('POST /accounts')],
  updateAccount: () => [plannedCall('PUT /accounts/{id}')],
  deleteAccount: ({ rows }) => [
    ...cascadeReadCalls(rows('program')),
    plannedCall('DELETE /accounts/{id}'),
    upTo('GET /accounts/{id}'),
    upTo('GET /programs'),
  ],
  subscribeAccountToProgram: () => [
    plannedCall('GET /programs'),
    plannedCall('GET /programs/{id}', { expected: 2, worst: 2 }),
    plannedCall('PUT /accounts/{id}/programs/{id}'),
  ],
  unsubscribeAccountFromProgram: () => [plannedCall('DELETE /accounts/{id}/programs/{id}')],
  clearAccountPrograms: () => [plannedCall('DELETE /accounts/{id}/programs')],
  // Its programs are not looked for where they may go.
  assignAccountOwner: ({ rows }) => [
    plannedCall('GET /users/{id}'),
    ...cascadeReadCalls(rows('program')),
    plannedCall('PUT /accounts/{id}/users/{id}'),
    upTo('GET /accounts/{id}'),
  ],
  releaseAccount: ({ rows }) => [
    ...cascadeReadCalls(rows('program')),
    plannedCall('DELETE /accounts/{id}/users'),
    upTo('GET /accounts/{id}'),
  ],
  setAccountSetting: () => [plannedCall('PUT /accounts/{id}/settings/{name}')],
  deleteAccountSetting: () => [plannedCall('DELETE /accounts/{id}/settings/{id}')],

  createUser: () => [plannedCall('GET /users'), plannedCall('POST /users')],
  // A new name is looked at: in the list, or where that is not allowed in the item.
  updateUser: () => [plannedCall('PUT /users/{id}'), upTo('GET /users', 2), upTo('GET /users/{id}', 3)],
  deleteUser: () => [plannedCall('DELETE /users/{id}'), upTo('GET /users/{id}')],
  setUserPassword: () => [plannedCall('PUT /users/{id}/password')],
  grantUserRole: () => [plannedCall('PUT /users/{id}/roles/{id}'), upTo('GET /users/{id}/roles')],
  revokeUserRole: () => [plannedCall('DELETE /users/{id}/roles/{id}'), upTo('GET /users/{id}/roles')],
  // Release 1.2 answers each with a no, after which it is looked at.
  grantUserPermission: () => [
    plannedCall('PUT /users/{id}/permissions/{id}'),
    plannedCall('GET /users/{id}/permissions'),
  ],
  revokeUserPermission: () => [plannedCall('DELETE /users/{id}/permissions/{id}'), upTo('GET /users/{id}/permissions')],

  ...sendingWriteCosts,
};

/** The list, and the item of each program that may be an account's. */
function cascadeReadCalls(programs: number): readonly PlannedCall[] {
  return [plannedCall('GET /programs'), plannedCall('GET /programs/{id}', { expected: programs / 2, worst: programs })];
}

/** Groups are looked at, and joined; whether they were, where the answer does not say. */
function groupLinkCalls(named: number | undefined, groups: number): readonly PlannedCall[] {
  const expected = named ?? 0;
  const worst = named ?? MAX_INITIAL_GROUPS;
  const joined = Math.min(worst, groups);
  return [
    plannedCall('GET /groups/{id}', { expected, worst }),
    plannedCall('PUT /contacts/{id}/link/{id}', { expected: Math.min(expected, groups), worst: joined }),
    upTo('GET /groups/{id}/contacts', joined),
  ];
}

/** Mutations of many things, by the one that does the same with one. */
const SINGLE_WRITE_OF_BULK: Readonly<Record<string, string>> = {
  createContacts: 'createContact',
  deleteContacts: 'deleteContact',
};

function multiplyCall(count: number, { operation, times: single }: PlannedCall): PlannedCall {
  const { expected, worst } = rangeOf(single);
  return { operation, times: { expected: count * expected, worst: count * worst } };
}

/** What the mutations cost that an installation supports; for a URL to send a file to nothing is asked but the look at what takes it. */
export const writeCosts: ProviderCosts['writes'] = {
  createMediaUpload: () => [],
  createGroupImport: () => [],
  ...Object.fromEntries(
    Object.entries(SINGLE_WRITE_COSTS).map(([name, one]) => [
      name,
      (count: number, known: KnownSizes) => one(known).map((each) => multiplyCall(count, each)),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(SINGLE_WRITE_OF_BULK).map(([name, single]) => [
      name,
      (count: number, known: KnownSizes) =>
        (SINGLE_WRITE_COSTS[single]?.(known) ?? []).map((each): PlannedCall => ({
          ...multiplyCall(count, each),
          perItem: true,
        })),
    ]),
  ),
};
