import type { NounCosts, ProviderCosts } from '../../../../src/graph/ports/costs.js';
import { deferredCosts } from '../../../../src/graph/ports/deferred.js';
import { callPerItem, plannedCall, sharedCall } from '../../../../src/graph/ports/planned-call.js';
import { contactColumns } from './columns.js';
import { contactEndpoints, contactSources } from './endpoints.js';

const { list, read, create, update, delete: remove } = contactEndpoints;

/** What reads of contacts cost. The whole list is the same request for all who need it. */
export const contactCosts: NounCosts = {
  list: ({ params, limit }) => [
    limit === undefined && params['email'] === undefined ? sharedCall(list) : plannedCall(list),
  ],
  byKeys: (count) => [callPerItem(read, count)],
  ...deferredCosts(contactSources, 'list'),
  presentColumns: (origin) => (origin === 'key' ? contactColumns.absentFrom('list') : []),
};

/** What mutations of contacts cost. */
export const contactWriteCosts: ProviderCosts['writes'] = {
  createContact: (count) => [callPerItem(create, count)],
  createContacts: (count) => [callPerItem(create, count)],
  updateContact: (count) => [callPerItem(update, count)],
  deleteContact: (count) => [callPerItem(remove, count)],
  deleteContacts: (count) => [callPerItem(remove, count)],
};
