import { call, callEach, type Call, type Range } from '../../graph/cost/call.js';
import type { Costs } from '../../graph/cost/costs.js';
import { endpoints } from './endpoints.js';

const { listContacts, readContact, listPreferences, createContacts, updateContact, deleteContact, setPreferences } =
  endpoints;

/** Rows of a part of a list that nobody set a length for; a server that cuts whole lists is taken to cut them there. */
const SHORTEST_PART = 20;
/** Nobody gives a long list in more parts than this. */
const MOST_PARTS = 5;

/** A list of so many rows: one request, and more only where the server gives fewer rows than it was asked for. */
function partsOf(rows: number): Range {
  return { expected: 1, worst: Math.min(MOST_PARTS, Math.max(1, Math.ceil(rows / SHORTEST_PART))) };
}

function wholeList({ name }: typeof listContacts | typeof listPreferences, rows: number): Call {
  return { operation: name, times: partsOf(rows), shared: true };
}

/** One request makes any number of contacts. */
function creation(count: number): readonly Call[] {
  return count === 0 ? [] : [call(createContacts.name)];
}

function deletion(count: number): readonly Call[] {
  return [
    callEach(deleteContact.name, count),
    // A refused one is read, as only the contact itself tells why.
    callEach(readContact.name, { expected: 0, worst: count }),
  ];
}

/** What a CloudSigma account is asked. */
export const costs: Costs = {
  nouns: {
    contact: {
      list: ({ limit, rows }) =>
        limit === undefined
          ? [wholeList(listContacts, rows)]
          : [call(listContacts.name, partsOf(Math.min(limit, rows)))],
      byKeys: (count, known) => {
        if (count === 0) return [];
        if (count === 1) return [call(readContact.name)];
        // Of several keys all but one may be no UUIDs, which are never sent.
        const alone = call(readContact.name, { expected: 0, worst: 1 });
        return [wholeList(listContacts, known.rows('contact')), alone];
      },
    },
    notificationPreference: {
      read: (known) => [wholeList(listPreferences, known.rows('notificationPreference'))],
    },
  },
  writes: {
    createContact: creation,
    createContacts: creation,
    updateContact: (count) => [callEach(updateContact.name, count)],
    deleteContact: deletion,
    deleteContacts: deletion,
    setNotificationPreferences: () => [call(setPreferences.name)],
  },
};
