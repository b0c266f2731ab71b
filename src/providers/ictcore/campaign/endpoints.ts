import type { DeferredSource } from '../../../graph/ports/deferred.js';
import { encodeSegment } from '../../../wire/caller.js';
import { json, text } from '../../../wire/value-readers.js';
import { record } from '../../../wire/structure-readers.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';
import { defineScheduleEndpoint } from '../shared/writes/schedule.js';
import {
  defineCreateEndpoint,
  defineDeleteEndpoint,
  defineUpdateEndpoint,
  type WriteEndpoint,
} from '../shared/writes/write-endpoints.js';
import { campaignColumns } from './columns.js';

const PATH = '/campaigns';

const listedCampaign = record({ campaign_id: text, ...campaignColumns.readers });
const campaignItem = record({ campaign_id: orAbsent(text), ...campaignColumns.readers });

/** What GET /campaigns is searched by, of what filters ask. */
export const CAMPAIGN_SEARCHES = ['group_id', 'program_id', 'status'] as const;

/** Searches of GET /campaigns, in its own words. */
export type CampaignQuery = Readonly<Partial<Record<(typeof CAMPAIGN_SEARCHES)[number] | 'campaign_id', string>>>;

/** The documented PUT; a GET does the same, but caches and crawlers repeat GETs. */
function defineStartStopEndpoint(action: 'start' | 'stop', effect: 'acts' | 'replaces'): WriteEndpoint<string> {
  return {
    name: `PUT ${PATH}/{id}/${action}`,
    method: 'PUT',
    path: (key) => `${PATH}/${encodeSegment(key)}/${action}`,
    effect,
    answer: orAbsent(json),
  };
}

export const campaignEndpoints = {
  list: defineListEndpoint(PATH, listedCampaign, (query: CampaignQuery) => query),
  read: defineItemEndpoint(PATH, campaignItem),
  create: defineCreateEndpoint(PATH, 'campaign_id'),
  update: defineUpdateEndpoint(PATH),
  delete: defineDeleteEndpoint(PATH),
  start: defineStartStopEndpoint('start', 'acts'),
  stop: defineStartStopEndpoint('stop', 'replaces'),
  scheduleStart: defineScheduleEndpoint('POST', PATH, '/start/schedule'),
  scheduleStop: defineScheduleEndpoint('POST', PATH, '/stop/schedule'),
  // The guide's POST has no route.
  cancelSchedule: defineDeleteEndpoint(PATH, '/schedule'),
};

/** Which endpoint holds the columns that items lack. */
export const campaignSources = {
  list: { columns: campaignColumns.absentFrom('item'), endpoint: campaignEndpoints.list, answer: 'list' },
} as const satisfies Readonly<Record<string, DeferredSource>>;
