import { linkedItemCost, payloadCosts, rootListCost } from '../cost/field-kinds.js';
import type { FieldCosts } from '../ports/field-costs.js';
import { campaignListQuery } from './list-query.js';
import type { CampaignFilter } from './types.js';

/** What fields of campaigns cost. The schema has checked what a client gave: a filter is the filter of its field. */
export const campaignFieldCosts: FieldCosts = {
  'Query.campaigns': rootListCost((args) => campaignListQuery(args.get('filter') as CampaignFilter | null)),
  'Campaign.program': linkedItemCost('program'),
  'Campaign.group': linkedItemCost('group'),
  'Campaign.account': linkedItemCost('account'),
  'Campaign.progress': { deferred: { noun: 'campaign', columns: () => ['contactsTotal', 'contactsDone'] } },
  ...payloadCosts({ Campaign: 'campaign' }),
};
