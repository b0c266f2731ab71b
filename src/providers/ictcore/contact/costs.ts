import { nestedListCost } from '../../../graph/cost/field-kinds.js';
import { listCall, upTo, type WriteCost } from '../../../graph/ports/cost-formulas.js';
import type { NounCosts } from '../../../graph/ports/costs.js';
import { deferredCosts } from '../../../graph/ports/deferred.js';
import type { FieldCosts } from '../../../graph/ports/field-costs.js';
import { callPerItem, plannedCall } from '../../../graph/ports/planned-call.js';
import { transmissionListQuery } from '../../../graph/transmission/list-query.js';
import { contactColumns } from './columns.js';
import { contactEndpoints, contactSources } from './endpoints.js';

const { list, listOfGroup, read, create, update, delete: remove } = contactEndpoints;

/** What contacts cost, their groups apart. However many are asked for by key, all come as items. */
export const contactCosts: NounCosts = {
  list: ({ params }) => [
    params['group'] === undefined ? listCall(list, params, ['email', 'phone']) : plannedCall(listOfGroup),
  ],
  byKeys: (count) => [callPerItem(read, count)],
  ...deferredCosts(contactSources, 'list'),
  presentColumns: (origin) => (origin === 'key' ? contactColumns.absentFrom('list') : []),
};

/** What writes of contacts cost, their groups apart. */
export const contactWriteCosts = {
  createContact: () => [plannedCall(create)],
  updateContact: () => [plannedCall(update)],
  deleteContact: () => [plannedCall(remove), upTo(read)],
} as const satisfies Readonly<Record<string, WriteCost>>;

export const ownContactFieldCosts: FieldCosts = {
  'IctCoreContact.transmissions': nestedListCost('contactId', 'contact', (_args, _planning, extraFilter) =>
    transmissionListQuery(extraFilter ? { extraFilter } : {}),
  ),
};
