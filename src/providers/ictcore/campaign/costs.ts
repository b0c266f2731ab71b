import { itemOrListCalls, listCall, upTo, type WriteCost } from '../../../graph/ports/cost-formulas.js';
import type { NounCosts } from '../../../graph/ports/costs.js';
import { deferredCosts } from '../../../graph/ports/deferred.js';
import { plannedCall } from '../../../graph/ports/planned-call.js';
import { referenceEndpoints } from '../references.js';
import { CAMPAIGN_SEARCHES, campaignEndpoints, campaignSources } from './endpoints.js';

/** What reads of campaigns cost. */
export const campaignCosts: NounCosts = {
  list: ({ params }) => [listCall(campaignEndpoints.list, params, CAMPAIGN_SEARCHES)],
  byKeys: (count) => itemOrListCalls(count, campaignEndpoints.read, campaignEndpoints.list),
  ...deferredCosts(campaignSources),
  presentColumns: (origin) => (origin === 'list' ? campaignSources.list.columns : []),
};

const { program, group, account } = referenceEndpoints;

/** What mutations of one campaign cost. */
export const campaignWriteCosts: Readonly<Record<string, WriteCost>> = {
  createCampaign: () => [
    plannedCall(program),
    plannedCall(group),
    upTo(account),
    plannedCall(campaignEndpoints.create),
  ],
  // Only references that change are looked up.
  updateCampaign: () => [upTo(program), upTo(group), upTo(account), plannedCall(campaignEndpoints.update)],
  deleteCampaign: () => [plannedCall(campaignEndpoints.delete), upTo(campaignEndpoints.read)],
  startCampaign: () => [plannedCall(campaignEndpoints.read), plannedCall(campaignEndpoints.start)],
  stopCampaign: () => [plannedCall(campaignEndpoints.stop)],
  scheduleCampaignStart: () => [plannedCall(campaignEndpoints.scheduleStart)],
  scheduleCampaignStop: () => [plannedCall(campaignEndpoints.scheduleStop)],
  cancelCampaignSchedule: () => [plannedCall(campaignEndpoints.cancelSchedule)],
};
