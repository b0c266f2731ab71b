import { instant, optional, record, text, wholeNumber, type Read } from '../../wire/read.js';
import { column } from './columns.js';
import { item, listing } from './reads.js';

/** A campaign. Only lists count its contacts and tell when it ran; the guide tells neither. */
const campaign = {
  program_id: optional(text),
  group_id: optional(text),
  account_id: optional(text),
  cpm: optional(wholeNumber),
  try_allowed: optional(wholeNumber),
  status: optional(text),
  contact_total: column(wholeNumber),
  contact_done: column(wholeNumber),
  last_run: column(instant),
  date_created: column(instant),
};
const listedCampaign = record({ campaign_id: text, ...campaign });
const readCampaign = record({ campaign_id: column(text), ...campaign });

export type WireCampaign = Read<typeof readCampaign>;

/** Searches of GET /campaigns, in its own words. */
export type CampaignQuery = Readonly<Record<string, string>>;

export const campaignEndpoints = {
  list: listing('/campaigns', listedCampaign, (query: CampaignQuery) => query),
  read: item('/campaigns', readCampaign),
};
