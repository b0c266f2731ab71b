import { plannedCall, callPerItem, type PlannedCall, type CountRange } from '../../graph/ports/planned-call.js';
import type { ProviderCosts } from '../../graph/ports/costs.js';
import { endpoints } from './endpoints.js';

const { listContacts, readContact, listPreferences, createContacts, updateContact, deleteContact, setPreferences } =
  endpoints;

/** Rows of a part of a list that nobody set a length for; a server that cuts whole lists is taken to cut them there. */
const MIN_PART_SIZE = 20;
/** Nobody gives a long list in more parts than this. */
const MAX_PARTS = 5;

/** A list of so many rows: one request, and more only where the server gives fewer rows than it was asked for. */
function partRange(rows: number): CountRange {
  return { expected: 1, worst: Math.min(MAX_PARTS, Math.max(1, Math.ceil(rows / MIN_PART_SIZE))) };
}

function wholeListCall({ name }: typeof listContacts | typeof listPreferences, rows: number): PlannedCall {
  return { operation: name, times: partRange(rows), shared: true };
}

/** One request makes any number of contacts. */
function creationCalls(count: number): readonly PlannedCall[] {
  return count === 0 ? [] : [plannedCall(createContacts.name)];
}

function deletionCalls(count: number): readonly PlannedCall[] {
  return [
    callPerItem(deleteContact.name, count),
    // A refused one is read, as only the contact itself tells why.
    callPerItem(readContact.name, { expected: 0, worst: count }),
  ];
}

/** What a CloudSigma account is asked. */
export const costs: ProviderCosts = {
  nouns: {
    contact: {
      list: ({ limit, rows }) =>
        limit === undefined
          ? [wholeListCall(listContacts, rows)]
          : [plannedCall(listContacts.name, partRange(Math.min(limit, rows)))],
      byKeys: (count, known) => {
        if (count === 0) return [];
        if (count === 1) return [plannedCall(readContact.name)];
        // Of several keys all but one may be no UUIDs, which are never sent.
        const alone = plannedCall(readContact.name, { expected: 0, worst: 1 });
        return [wholeListCall(listContacts, known.rows('contact')), alone];
      },
    },
    notificationPreference: {
      read: (known) => [wholeListCall(listPreferences, known.rows('notificationPreference'))],
    },
  },
  writes: {
    createContact: creationCalls,
    createContacts: creationCalls,
    updateContact: (count) => [callPerItem(updateContact.name, count)],
    deleteContact: deletionCalls,
    deleteContacts: deletionCalls,
    setNotificationPreferences: () => [plannedCall(setPreferences.name)],
  },
};
