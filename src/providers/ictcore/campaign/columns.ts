import type { Campaign, CampaignStatus } from '../../../graph/campaign/types.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import { encodeId } from '../../../graph/values/id.js';
import { declareColumns } from '../../../wire/columns.js';
import { instant, optional, text, int32 } from '../../../wire/value-readers.js';
import type { Reader } from '../../../wire/reader.js';
import { referenceKey, referenceRule } from '../shared/reads/reference-columns.js';
import { wholeNumberRule } from '../shared/writes/rules.js';

/** The server's words for what we call a status; all others are UNKNOWN. */
export const CAMPAIGN_STATUSES: ReadonlyMap<string, CampaignStatus> = new Map([
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

const status: Reader<CampaignStatus> = (value, at) =>
  CAMPAIGN_STATUSES.get(optional(text)(value, at)?.toLowerCase() ?? '') ?? 'UNKNOWN';

const requiredReference = (value: unknown): string | undefined =>
  value === null ? "can't be cleared: give an id, or leave it out to keep what is there." : undefined;
const MAX_INT32 = 2_147_483_647;
const positiveNumber = {
  read: optional(int32),
  rule: wholeNumberRule(1, MAX_INT32),
  updateRule: wholeNumberRule(1, MAX_INT32, { clears: false }),
};
const reference = { read: referenceKey, rule: referenceRule, updateRule: requiredReference };

/** Only lists count a campaign's contacts and say when it ran; the guide's lists and items say neither. */
export const campaignColumns = declareColumns<
  Campaign,
  Exclude<keyof Campaign, '__typename' | 'id' | 'upstream' | 'upstreamId' | 'progress'>,
  'list' | 'item'
>()({
  programKey: { wire: 'program_id', ...reference },
  groupKey: { wire: 'group_id', ...reference },
  accountKey: { wire: 'account_id', ...reference },
  transmissionsPerMinute: { wire: 'cpm', ...positiveNumber },
  triesAllowed: { wire: 'try_allowed', ...positiveNumber },
  // Never written: a campaign that is not `new` is completed as it starts, and sends nothing.
  status: { wire: 'status', read: status },
  contactsTotal: { wire: 'contact_total', read: optional(int32), in: ['list'] },
  contactsDone: { wire: 'contact_done', read: optional(int32), in: ['list'] },
  lastRunAt: { wire: 'last_run', read: optional(instant), in: ['list'] },
  createdAt: { wire: 'date_created', read: optional(instant), in: ['list'] },
});

/** A campaign as an answer holds it: an item lacks the columns that only lists hold. */
export function toCampaign(wire: object, key: string, source: 'list' | 'item', upstream: UpstreamValue): Campaign {
  return {
    __typename: 'Campaign',
    id: encodeId(upstream.name, 'campaign', key),
    upstream,
    upstreamId: key,
    ...campaignColumns.cellsOf(wire, source),
  };
}
