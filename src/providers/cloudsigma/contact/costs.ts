import type { NounCosts, ProviderCosts } from '../../../graph/ports/costs.js';
import { upTo } from '../../../graph/ports/cost-formulas.js';
import { callPerItem, plannedCall, type PlannedCall } from '../../../graph/ports/planned-call.js';
import { partRange, wholeListCall } from '../page-costs.js';
import { contactEndpoints } from './endpoints.js';

/** What reads of contacts cost. */
export const contactCosts: NounCosts = {
  list: ({ limit, rows }) =>
    limit === undefined
      ? [wholeListCall(contactEndpoints.list, rows)]
      : [plannedCall(contactEndpoints.list, partRange(Math.min(limit, rows)))],
  byKeys: (count, known) => {
    if (count === 0) return [];
    if (count === 1) return [plannedCall(contactEndpoints.read)];
    // Keys that are no UUIDs are not sent, so that of several keys one may be left, which is read by itself.
    return [wholeListCall(contactEndpoints.list, known.rows('contact')), upTo(contactEndpoints.read)];
  },
};

/** What mutations of contacts cost. */
export const contactWriteCosts: ProviderCosts['writes'] = {
  createContact: creationCalls,
  createContacts: creationCalls,
  updateContact: (count) => [callPerItem(contactEndpoints.update, count)],
  deleteContact: deletionCalls,
  deleteContacts: deletionCalls,
};

/** One request creates any number of contacts. */
function creationCalls(count: number): readonly PlannedCall[] {
  return count === 0 ? [] : [plannedCall(contactEndpoints.createMany)];
}

function deletionCalls(count: number): readonly PlannedCall[] {
  return [
    callPerItem(contactEndpoints.delete, count),
    // After a rejected deletion the contact is read, as only it tells the reason.
    callPerItem(contactEndpoints.read, { expected: 0, worst: count }),
  ];
}
