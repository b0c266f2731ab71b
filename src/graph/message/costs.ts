import { payloadCosts, rootListCost } from '../cost/field-kinds.js';
import type { FieldCosts } from '../ports/field-costs.js';
import { messageListQuery } from './list-query.js';
import type { MessageFilter } from './types.js';

/** What fields of messages cost. The schema has checked what a client gave: a filter is the filter of its field. */
export const messageFieldCosts: FieldCosts = {
  'Query.messages': rootListCost((args) => messageListQuery(args.get('filter') as MessageFilter | null)),
  ...payloadCosts({ Document: 'message', Recording: 'message', Template: 'message', Text: 'message' }),
};
