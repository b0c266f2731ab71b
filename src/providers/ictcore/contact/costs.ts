import { atMostOne, listCall } from '../../../graph/ports/cost-formulas.js';
import type { KnownSizes, NounCosts } from '../../../graph/ports/costs.js';
import { deferredCalls } from '../../../graph/ports/deferred.js';
import { callPerItem, plannedCall, type PlannedCall } from '../../../graph/ports/planned-call.js';
import { contactColumns } from './columns.js';
import { contactEndpoints, contactSources } from './endpoints.js';

/** What contacts cost. However many are asked for by key, all come as items. */
export const contactCosts: NounCosts = {
  list: ({ params }) => [
    params['group'] === undefined
      ? listCall(contactEndpoints.list, params, ['email', 'phone'])
      : plannedCall(contactEndpoints.listOfGroup),
  ],
  byKeys: (count) => [callPerItem(contactEndpoints.read, count)],
  deferred: contactColumns.absentFrom('list'),
  fetchDeferred: (count, columns) => deferredCalls(contactSources, columns, count, 'list'),
  presentColumns: (origin) => (origin === 'key' ? contactColumns.absentFrom('list') : []),
  fetchColumns: (count, _columns, known) => membershipCalls(count, known),
  groupsOf: membershipCalls,
};

/** The groups, and who is in each, once for all contacts: groups that are empty are not asked. */
function membershipCalls(count: number, { rows }: KnownSizes): readonly PlannedCall[] {
  return [
    { operation: 'GET /groups', times: atMostOne(count), shared: true },
    { operation: contactEndpoints.listOfGroup.name, times: atMostOne(count) * rows('group'), shared: true },
  ];
}
