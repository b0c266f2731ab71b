import { call, callEach, type Call } from '../../graph/cost/call.js';
import type { Costs, Known } from '../../graph/cost/costs.js';
import { pagesOf, perhaps } from './costs-pages.js';
import { endpoints } from './endpoints.js';
import { writeEndpoints } from './write-endpoints.js';

const { listContacts, viewContact, listGroups } = endpoints;
const { addContact, editContact, deleteContact, addGroup, editGroup, deleteGroup } = writeEndpoints;

/** Lists of contacts for each of so many: likely this many of them, at most that many. */
function looks(count: number, expected: number, most: number, known: Known): Call {
  const { worst } = pagesOf(known.rows('contact'));
  return callEach(listContacts.name, { expected: expected * count, worst: most * worst * count });
}

function creation(count: number, known: Known): readonly Call[] {
  // The contacts of that number before it, so that a lost one can be found.
  return [looks(count, 1, 1, known), callEach(addContact.name, count)];
}

function deletion(count: number): readonly Call[] {
  return [callEach(deleteContact.name, count)];
}

/** What each mutation asks; a contact's group is found by its number, or else in the whole list. */
export const writes: Costs['writes'] = {
  createContact: creation,
  createContacts: creation,
  updateContact: (count, known) => [
    callEach(viewContact.name, count),
    // Its group, before an edit that keeps it, and after one that takes it out.
    looks(count, 1, 4, known),
    callEach(editContact.name, count),
  ],
  deleteContact: deletion,
  deleteContacts: deletion,
  addContactToGroup: (count, known) => [
    callEach(viewContact.name, count),
    // The contacts of that number, its group where they lack it, and the creation of another.
    looks(count, 2, 4, known),
    callEach(addContact.name, count),
    // Instead of it, where it is in no group.
    callEach(editContact.name, perhaps(count)),
  ],
  removeContactFromGroup: (count, known) => [
    callEach(viewContact.name, count),
    looks(count, 2, 4, known),
    callEach(editContact.name, count),
  ],
  createGroup: (_count, known) => [call(listGroups.name, pagesOf(known.rows('group'))), call(addGroup.name)],
  updateGroup: () => [call(editGroup.name)],
  deleteGroup: () => [call(deleteGroup.name)],
};
