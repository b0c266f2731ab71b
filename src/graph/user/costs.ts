import { payloadCosts, rootListCost } from '../cost/field-kinds.js';
import type { FieldCosts } from '../ports/field-costs.js';
import { userListQuery } from './list-query.js';
import type { UserFilter } from './types.js';

/** What fields of users cost. The schema has checked what a client gave: a filter is the filter of its field. */
export const userFieldCosts: FieldCosts = {
  'Query.users': rootListCost((args) => userListQuery(args.get('filter') as UserFilter | null)),
  ...payloadCosts({ User: 'user' }),
};
