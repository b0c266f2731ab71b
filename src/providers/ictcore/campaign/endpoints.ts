import { instant, optional, text, wholeNumber } from '../../../wire/value-readers.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';
import type { ReadValue } from '../../../wire/reader.js';
import { record } from '../../../wire/structure-readers.js';

/** A campaign. Only lists count its contacts and tell when it ran; the guide tells neither. */
const campaignColumns = {
  program_id: optional(text),
  group_id: optional(text),
  account_id: optional(text),
  cpm: optional(wholeNumber),
  try_allowed: optional(wholeNumber),
  status: optional(text),
  contact_total: orAbsent(wholeNumber),
  contact_done: orAbsent(wholeNumber),
  last_run: orAbsent(instant),
  date_created: orAbsent(instant),
};
const listedCampaign = record({ campaign_id: text, ...campaignColumns });
const campaignItem = record({ campaign_id: orAbsent(text), ...campaignColumns });

export type WireCampaign = ReadValue<typeof campaignItem>;

/** Searches of GET /campaigns, in its own words. */
export type CampaignQuery = Readonly<Record<string, string>>;

export const campaignEndpoints = {
  list: defineListEndpoint('/campaigns', listedCampaign, (query: CampaignQuery) => query),
  read: defineItemEndpoint('/campaigns', campaignItem),
};
