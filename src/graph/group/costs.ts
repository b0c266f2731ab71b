import { payloadCosts, rootListCost } from '../cost/field-kinds.js';
import type { FieldCosts } from '../ports/field-costs.js';
import { groupListQuery } from './list-query.js';
import type { GroupFilter } from './types.js';

/** What fields of groups cost. The schema has checked what a client gave: a filter is the filter of its field. */
export const groupFieldCosts: FieldCosts = {
  'Query.groups': rootListCost((args) => groupListQuery(args.get('filter') as GroupFilter | null)),
  ...payloadCosts({ Group: 'group' }),
};
