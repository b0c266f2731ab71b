import { accountCosts } from '../account/costs.js';
import { campaignCosts } from '../campaign/costs.js';
import { contactCosts } from '../contact/costs.js';
import { gatewayCosts } from '../gateway/costs.js';
import { groupCosts } from '../group/costs.js';
import { mediaCosts } from '../media/costs.js';
import { messageCosts } from '../message/costs.js';
import { nodeCosts } from '../node/costs.js';
import { personCosts } from '../person/costs.js';
import { programCosts } from '../program/costs.js';
import { statisticsCosts } from '../statistics/costs.js';
import { transmissionCosts } from '../transmission/costs.js';
import { userCosts } from '../user/costs.js';
import type { FieldCosts } from '../ports/field-costs.js';

/** What each field costs that is more than a part of its row, at any provider. */
export const FIELD_COSTS: FieldCosts = {
  ...accountCosts,
  ...campaignCosts,
  ...contactCosts,
  ...gatewayCosts,
  ...groupCosts,
  ...mediaCosts,
  ...messageCosts,
  ...nodeCosts,
  ...personCosts,
  ...programCosts,
  ...statisticsCosts,
  ...transmissionCosts,
  ...userCosts,
};
