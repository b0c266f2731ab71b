import type { Channel } from '../contact/types.js';
import { rootListCost } from '../cost/field-kinds.js';
import type { FieldCosts } from '../ports/field-costs.js';
import { gatewayListQuery } from './list-query.js';

/** What fields of gateways cost. The schema has checked what a client gave: a channel is the channel of its field. */
export const gatewayFieldCosts: FieldCosts = {
  'Query.gateways': rootListCost((args) => gatewayListQuery(args.get('channel') as Channel | null)),
};
