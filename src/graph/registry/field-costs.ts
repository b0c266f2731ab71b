import { accountFieldCosts } from '../account/costs.js';
import { campaignFieldCosts } from '../campaign/costs.js';
import { contactFieldCosts } from '../contact/costs.js';
import { gatewayFieldCosts } from '../gateway/costs.js';
import { groupFieldCosts } from '../group/costs.js';
import { mediaFieldCosts } from '../media/costs.js';
import { messageFieldCosts } from '../message/costs.js';
import { nodeFieldCosts } from '../node/costs.js';
import { personFieldCosts } from '../person/costs.js';
import { programFieldCosts } from '../program/costs.js';
import { statisticsFieldCosts } from '../statistics/costs.js';
import { transmissionFieldCosts } from '../transmission/costs.js';
import { userFieldCosts } from '../user/costs.js';
import type { FieldCosts } from '../ports/field-costs.js';

/** What each field costs that is more than a part of its row, at any provider. */
export const FIELD_COSTS: FieldCosts = {
  ...accountFieldCosts,
  ...campaignFieldCosts,
  ...contactFieldCosts,
  ...gatewayFieldCosts,
  ...groupFieldCosts,
  ...mediaFieldCosts,
  ...messageFieldCosts,
  ...nodeFieldCosts,
  ...personFieldCosts,
  ...programFieldCosts,
  ...statisticsFieldCosts,
  ...transmissionFieldCosts,
  ...userFieldCosts,
};
