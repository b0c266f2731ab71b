import type { KnownSizes, NounCosts, ProviderCosts } from '../../../graph/ports/costs.js';
import { upTo } from '../../../graph/ports/cost-formulas.js';
import { callPerItem, rangeOf, type PlannedCall } from '../../../graph/ports/planned-call.js';
import { groupEndpoints } from '../group/endpoints.js';
import { listCalls, pageRange, wholeListCall } from '../page-costs.js';
import { MAX_SINGLE_READS } from './backend.js';
import { contactEndpoints } from './endpoints.js';
import { MAX_PHONE_LOOKUPS } from './membership.js';

/** What reads of contacts cost. */
export const contactCosts: NounCosts = {
  list: (list) => listCalls(contactEndpoints.list, list),
  byKeys: (count, known) => {
    if (count === 0) return [];
    if (count <= MAX_SINGLE_READS) return [callPerItem(contactEndpoints.read, count)];
    // Keys that can't be ids are not sent, so that only a few may be left, which are read one by one.
    return [wholeListCall(contactEndpoints.list, known.rows('contact')), upTo(contactEndpoints.read, MAX_SINGLE_READS)];
  },
  presentColumns: (origin) => (origin === 'list' ? ['groups'] : []),
  groupsOf: groupsOfContacts,
  // Rows of lists hold their groups: only those of contacts read by key are looked up.
  fetchColumns: (count, _columns, known) => groupsOfContacts(count, known).map(toUnlikely),
};

/** What mutations of contacts cost. A contact's group is found by its number, or else in the whole list. */
export const contactWriteCosts: ProviderCosts['writes'] = {
  createContact: creationCalls,
  createContacts: creationCalls,
  updateContact: (count, known) => [
    callPerItem(contactEndpoints.read, count),
    // Its group, before an edit that keeps it, and after one that removes the contact from it.
    contactLists(count, 1, 4, known),
    callPerItem(contactEndpoints.update, count),
  ],
  deleteContact: deletionCalls,
  deleteContacts: deletionCalls,
  addContactToGroup: (count, known) => [
    callPerItem(contactEndpoints.read, count),
    // The rows of that number, its group where they lack it, and those before the creation of another.
    contactLists(count, 2, 4, known),
    callPerItem(contactEndpoints.create, count),
    // Instead of a creation, where the contact is in no group.
    callPerItem(contactEndpoints.update, { expected: 0, worst: count }),
  ],
  removeContactFromGroup: (count, known) => [
    callPerItem(contactEndpoints.read, count),
    contactLists(count, 2, 4, known),
    callPerItem(contactEndpoints.update, count),
  ],
};

/** Groups of contacts that were read by key: by their numbers, which are assumed to be whole and all different. */
function groupsOfContacts(count: number, known: KnownSizes): readonly PlannedCall[] {
  if (count === 0) return [];
  const list = wholeListCall(contactEndpoints.list, known.rows('contact'));
  // Many contacts may share a few numbers.
  if (count > MAX_PHONE_LOOKUPS) return [list, upTo(groupEndpoints.listOfPhone, MAX_PHONE_LOOKUPS)];
  // A number that is not whole can't be looked up.
  return [callPerItem(groupEndpoints.listOfPhone, count), toUnlikely(list)];
}

function toUnlikely(call: PlannedCall): PlannedCall {
  return { ...call, times: { expected: 0, worst: rangeOf(call.times).worst } };
}

/** Lists of contacts for each of so many writes: `expected` of them, at most `most`. */
function contactLists(count: number, expected: number, most: number, known: KnownSizes): PlannedCall {
  const { worst } = pageRange(known.rows('contact'));
  return callPerItem(contactEndpoints.list, { expected: expected * count, worst: most * worst * count });
}

function creationCalls(count: number, known: KnownSizes): readonly PlannedCall[] {
  // The rows of that number before it, so that a creation without an answer can be found.
  return [contactLists(count, 1, 1, known), callPerItem(contactEndpoints.create, count)];
}

function deletionCalls(count: number): readonly PlannedCall[] {
  return [callPerItem(contactEndpoints.delete, count)];
}
