import { atMostOne, itemOrListCalls, upTo, type WriteCost } from '../../../graph/ports/cost-formulas.js';
import type { KnownSizes, NounCosts } from '../../../graph/ports/costs.js';
import { deferredCosts } from '../../../graph/ports/deferred.js';
import { plannedCall, sharedCall, type PlannedCall } from '../../../graph/ports/planned-call.js';
import { contactEndpoints } from '../contact/endpoints.js';
import { MAX_INITIAL_GROUPS } from '../contact/initial-groups.js';
import { groupColumns } from './columns.js';
import { groupEndpoints, groupSources } from './endpoints.js';

const { list, read, create, update, delete: remove, addContact, removeContact, findContact } = groupEndpoints;

/** What groups cost. */
export const groupCosts: NounCosts = {
  list: () => [sharedCall(list)],
  byKeys: (count) => itemOrListCalls(count, read, list),
  ...deferredCosts(groupSources),
  presentColumns: (origin) => (origin === 'list' ? groupColumns.onlyIn('list') : []),
};

/** What groups of contacts cost: the list, and the contacts of each group that is not empty, once for all contacts. */
function membershipCalls(count: number, { rows }: KnownSizes): readonly PlannedCall[] {
  return [
    { operation: list.name, times: atMostOne(count), shared: true },
    { operation: contactEndpoints.listOfGroup.name, times: atMostOne(count) * rows('group'), shared: true },
  ];
}

/** What contacts cost that only groups tell. */
export const membershipCosts: Pick<NounCosts, 'fetchColumns' | 'groupsOf'> = {
  fetchColumns: (count, _columns, known) => membershipCalls(count, known),
  groupsOf: membershipCalls,
};

export const groupWriteCosts: Readonly<Record<string, WriteCost>> = {
  createGroup: () => [plannedCall(create)],
  updateGroup: () => [plannedCall(update)],
  deleteGroup: ({ rows }) => [
    plannedCall(remove),
    upTo(read),
    // With its contacts, where that is asked for.
    upTo(contactEndpoints.listOfGroup),
    upTo(contactEndpoints.delete, rows('contact')),
  ],
  addContactToGroup: () => [plannedCall(read), plannedCall(addContact), upTo(findContact)],
  removeContactFromGroup: () => [plannedCall(removeContact), upTo(findContact)],
};

/** The groups that a new contact joins: each is read before, and joined; the last call is for links called a failure. */
export const initialGroupCalls: WriteCost = ({ rows, idsPerItem }) => {
  const named = idsPerItem?.('group');
  const groups = { expected: named ?? 0, worst: named ?? MAX_INITIAL_GROUPS };
  const joined = { expected: Math.min(groups.expected, rows('group')), worst: Math.min(groups.worst, rows('group')) };
  return [plannedCall(read, groups), plannedCall(addContact, joined), upTo(findContact, joined.worst)];
};
