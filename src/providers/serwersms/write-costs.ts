import { plannedCall, callPerItem, type PlannedCall } from '../../graph/ports/planned-call.js';
import type { ProviderCosts, KnownSizes } from '../../graph/ports/costs.js';
import { pageRange, upTo } from './page-costs.js';
import { endpoints } from './endpoints.js';
import { writeEndpoints } from './contact/endpoints.js';

const { listContacts, readContact, listGroups } = endpoints;
const { createContact, updateContact, deleteContact, createGroup, updateGroup, deleteGroup } = writeEndpoints;

/** Lists of contacts for each of so many: likely this many of them, at most that many. */
function contactLists(count: number, expected: number, most: number, known: KnownSizes): PlannedCall {
  const { worst } = pageRange(known.rows('contact'));
  return callPerItem(listContacts.name, { expected: expected * count, worst: most * worst * count });
}

function creationCalls(count: number, known: KnownSizes): readonly PlannedCall[] {
  // The contacts of that number before it, so that a lost one can be found.
  return [contactLists(count, 1, 1, known), callPerItem(createContact.name, count)];
}

function deletionCalls(count: number): readonly PlannedCall[] {
  return [callPerItem(deleteContact.name, count)];
}

/** What each mutation asks; a contact's group is found by its number, or else in the whole list. */
export const writeCosts: ProviderCosts['writes'] = {
  createContact: creationCalls,
  createContacts: creationCalls,
  updateContact: (count, known) => [
    callPerItem(readContact.name, count),
    // Its group, before an edit that keeps it, and after one that takes it out.
    contactLists(count, 1, 4, known),
    callPerItem(updateContact.name, count),
  ],
  deleteContact: deletionCalls,
  deleteContacts: deletionCalls,
  addContactToGroup: (count, known) => [
    callPerItem(readContact.name, count),
    // The contacts of that number, its group where they lack it, and the creation of another.
    contactLists(count, 2, 4, known),
    callPerItem(createContact.name, count),
    // Instead of it, where it is in no group.
    callPerItem(updateContact.name, upTo(count)),
  ],
  removeContactFromGroup: (count, known) => [
    callPerItem(readContact.name, count),
    contactLists(count, 2, 4, known),
    callPerItem(updateContact.name, count),
  ],
  createGroup: (_count, known) => [
    plannedCall(listGroups.name, pageRange(known.rows('group'))),
    plannedCall(createGroup.name),
  ],
  updateGroup: () => [plannedCall(updateGroup.name)],
  deleteGroup: () => [plannedCall(deleteGroup.name)],
};
