import type { CampaignBackend } from '../../../graph/campaign/backend.js';
import type { Campaign, CampaignStatus } from '../../../graph/campaign/types.js';
import { encodeId } from '../../../graph/values/id.js';
import type { PushdownOffer, Pushdown } from '../../../query/plan.js';
import { paramOf } from '../../../query/query-params.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { campaignEndpoints, type CampaignQuery, type WireCampaign } from './endpoints.js';
import { createCampaignWrites } from './writes.js';
import { withoutUndefined } from '../shared/reads/column-readers.js';
import { isKey, keyOrNull, readEach } from '../shared/reads/keys.js';
import { selectColumns } from '../../../graph/ports/deferred.js';
import { searchWordsOf } from '../shared/reads/status-search-words.js';
import type { OutcomeWindow } from '../shared/writes/action-tracker.js';
import type { Session } from '../session.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';

const CAMPAIGN_STATUSES: ReadonlyMap<string, CampaignStatus> = new Map([
  ['new', 'NEW'],
  ['ready', 'ACTIVE'],
  ['active', 'ACTIVE'],
  ['running', 'RUNNING'],
  ['paused', 'PAUSED'],
  ['completed', 'COMPLETED'],
  ['stopped', 'STOPPED'],
  ['failed', 'FAILED'],
  ['broken', 'FAILED'],
]);

const STATUS_SEARCH_WORDS = searchWordsOf(CAMPAIGN_STATUSES);

function toCampaign(wire: WireCampaign, key: string, upstream: UpstreamValue): Campaign {
  return {
    __typename: 'Campaign',
    id: encodeId(upstream.name, 'campaign', key),
    upstream,
    upstreamId: key,
    transmissionsPerMinute: wire.cpm,
    triesAllowed: wire.try_allowed,
    status: CAMPAIGN_STATUSES.get(wire.status?.toLowerCase() ?? '') ?? 'UNKNOWN',
    programKey: keyOrNull(wire.program_id),
    groupKey: keyOrNull(wire.group_id),
    accountKey: keyOrNull(wire.account_id),
    ...withoutUndefined({
      contactsTotal: wire.contact_total,
      contactsDone: wire.contact_done,
      lastRunAt: wire.last_run,
      createdAt: wire.date_created,
    }),
  };
}

/** A campaign as lists tell it: what they do not, nobody does. */
function toListedCampaign(wire: WireCampaign & { readonly campaign_id: string }, upstream: UpstreamValue): Campaign {
  const { contact_total = null, contact_done = null, last_run = null, date_created = null } = wire;
  return toCampaign({ ...wire, contact_total, contact_done, last_run, date_created }, wire.campaign_id, upstream);
}

/** What GET /campaigns evaluates. */
const pushdown: Pushdown = {
  offers: {
    groupId: (key: string): PushdownOffer => ({ precision: 'exact', params: { group_id: key } }),
    // LIKE '%…': campaigns of program 12 are found by 2 as well.
    programId: (key: string): PushdownOffer => ({ precision: 'superset', params: { program_id: key } }),
    // LIKE '%…%': every row with a word of that status, and rows with others that hold the same part.
    status: (status: CampaignStatus): PushdownOffer | undefined => {
      const word = STATUS_SEARCH_WORDS[status];
      return word === undefined ? undefined : { precision: 'superset', params: { status: word } };
    },
  },
  constants: {
    groupId: (key: string) => (isKey(key) ? undefined : false),
    programId: (key: string) => (isKey(key) ? undefined : false),
  },
  // No paging, and no order that is promised.
  window: false,
  columns: ['status', 'programId', 'groupId'],
};

/** Campaigns of an installation. */
export function createCampaignBackend(session: Session, outcomeWindow: OutcomeWindow): CampaignBackend {
  const { call, upstream } = session;
  const list = async (query: CampaignQuery, callOptions: CallOptions): Promise<readonly Campaign[]> => {
    const rows = await call(campaignEndpoints.list, query, callOptions);
    return rows.map((row) => toListedCampaign(row, upstream));
  };
  const read = async (key: string, callOptions: CallOptions): Promise<Campaign | undefined> => {
    const found = await unlessMissing(call(campaignEndpoints.read, key, callOptions));
    if (!found || (found.campaign_id !== undefined && found.campaign_id !== key)) return undefined;
    return toCampaign(found, key, upstream);
  };
  const byKeys: CampaignBackend['byKeys'] = async (requestedKeys, callOptions) => {
    const keys = new Set(requestedKeys.filter(isKey));
    if (keys.size < 2) return readEach([...keys], read, callOptions);
    const campaigns = await list({}, callOptions);
    return new Map(campaigns.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
  };
  return {
    pushdown,
    list: async function* ({ params }, callOptions) {
      const query = ['group_id', 'program_id', 'status'].flatMap((name) => {
        const value = paramOf(params, name);
        return value === undefined ? [] : [[name, value] as const];
      });
      yield { rows: await list(Object.fromEntries(query), callOptions) };
    },
    byKeys,
    writes: createCampaignWrites(session, { byKeys }, outcomeWindow),
    // Only items lack columns, and only the list has them.
    fetchDeferred: async (rows, columns, callOptions) => {
      const [only, second] = rows;
      const listed = await list(only && !second ? { campaign_id: only.upstreamId } : {}, callOptions);
      const byKey = new Map(listed.map((row) => [row.upstreamId, row]));
      return selectColumns(rows, columns, ({ upstreamId }) => byKey.get(upstreamId));
    },
  };
}
