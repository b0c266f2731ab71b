import type { CampaignBackend } from '../../../graph/campaign/backend.js';
import type { Campaign } from '../../../graph/campaign/types.js';
import { fetchDeferredFrom } from '../../../graph/ports/deferred.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { isKey, readEach } from '../shared/reads/keys.js';
import { collectRows, listInPages } from '../shared/reads/list-rows.js';
import { searchParams } from '../shared/reads/search-params.js';
import type { OutcomeWindow } from '../shared/writes/action-tracker.js';
import type { Session } from '../session.js';
import { toCampaign } from './columns.js';
import { CAMPAIGN_SEARCHES, campaignEndpoints, campaignSources, type CampaignQuery } from './endpoints.js';
import { campaignPushdown } from './pushdown.js';
import { createCampaignWrites } from './writes.js';

/** Campaigns of an installation. */
export function createCampaignBackend(session: Session, outcomeWindow: OutcomeWindow): CampaignBackend {
  const { call, upstream } = session;
  const list = (query: CampaignQuery, callOptions: CallOptions) =>
    listInPages(
      session,
      campaignEndpoints.list,
      query,
      (row) => toCampaign(row, row.campaign_id, 'list', upstream),
      callOptions,
    );
  const listByKey = async (query: CampaignQuery, callOptions: CallOptions): Promise<ReadonlyMap<string, Campaign>> =>
    new Map((await collectRows(list(query, callOptions))).map((row) => [row.upstreamId, row]));
  const read = async (key: string, callOptions: CallOptions): Promise<Campaign | undefined> => {
    const found = await unlessMissing(call(campaignEndpoints.read, key, callOptions));
    if (!found || (found.campaign_id !== undefined && found.campaign_id !== key)) return undefined;
    return toCampaign(found, key, 'item', upstream);
  };
  const byKeys: CampaignBackend['byKeys'] = async (requestedKeys, callOptions) => {
    const keys = new Set(requestedKeys.filter(isKey));
    if (keys.size < 2) return readEach([...keys], read, callOptions);
    const campaigns = await listByKey({}, callOptions);
    return new Map([...campaigns].filter(([key]) => keys.has(key)));
  };
  return {
    pushdown: campaignPushdown,
    list: ({ params }, callOptions) => list(searchParams(params, CAMPAIGN_SEARCHES), callOptions),
    byKeys,
    writes: createCampaignWrites(session, { byKeys }, outcomeWindow),
    fetchDeferred: fetchDeferredFrom(campaignSources, {
      list: ([only, ...others], callOptions) =>
        listByKey(only !== undefined && others.length === 0 ? { campaign_id: only } : {}, callOptions),
    }),
  };
}
