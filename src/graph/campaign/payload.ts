import { definePayload } from '../mutations/payload.js';
import { Campaign } from './types.js';

export const { Payload: CampaignPayload, PayloadResolver: CampaignPayloadResolver } = definePayload(
  'Campaign',
  'campaign',
  'campaign',
  () => Campaign,
);
