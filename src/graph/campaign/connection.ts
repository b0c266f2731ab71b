import { defineConnection } from '../lists/connection.js';
import { Campaign } from './types.js';

export const { Page: CampaignConnection, PageResolver: CampaignPageResolver } = defineConnection(
  'Campaign',
  () => Campaign,
);
