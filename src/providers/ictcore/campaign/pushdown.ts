import type { CampaignStatus } from '../../../graph/campaign/types.js';
import type { PushdownOffer, Pushdown } from '../../../query/plan.js';
import { isKey } from '../shared/reads/keys.js';
import { searchWordsOf } from '../shared/reads/status-search-words.js';
import { CAMPAIGN_STATUSES } from './columns.js';

const STATUS_SEARCH_WORDS = searchWordsOf(CAMPAIGN_STATUSES);

/** What GET /campaigns evaluates. */
export const campaignPushdown: Pushdown = {
  offers: {
    groupId: (key: string): PushdownOffer => ({ precision: 'exact', params: { group_id: key } }),
    // LIKE '%…': a search for program 2 finds campaigns of program 12 as well.
    programId: (key: string): PushdownOffer => ({ precision: 'superset', params: { program_id: key } }),
    // LIKE '%…%': every row with a word of that status, and rows with other words that hold the same part.
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
