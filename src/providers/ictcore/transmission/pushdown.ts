import type { Channel } from '../../../graph/contact/types.js';
import type { Direction, TransmissionStatus } from '../../../graph/transmission/types.js';
import type { PushdownOffer, Pushdown } from '../../../query/plan.js';
import { isKey } from '../shared/reads/keys.js';
import { serviceFlagOf } from '../shared/reads/service-flags.js';
import { searchWordsOf } from '../shared/reads/status-search-words.js';
import { TRANSMISSION_STATUSES } from './columns.js';

/** `done` and `completed` have one letter in common: a search for it still leaves out most rows that failed or wait. */
const STATUS_SEARCH_WORDS = searchWordsOf(TRANSMISSION_STATUSES);

const byKey =
  (param: string) =>
  (value: string): PushdownOffer => ({ precision: 'exact', params: { [param]: value } });
const foldMalformedKey = (value: string) => (isKey(value) ? undefined : false);

/** What GET /transmissions evaluates. */
export const transmissionPushdown: Pushdown = {
  offers: {
    programId: byKey('program_id'),
    contactId: byKey('contact_id'),
    accountId: byKey('account_id'),
    campaignId: byKey('campaign_id'),
    // LIKE '%…%': every row with a word of that status, and rows with others that hold the same part.
    status: (status: TransmissionStatus) => searchBy('status', STATUS_SEARCH_WORDS[status]),
    direction: (direction: Direction) =>
      searchBy('direction', direction === 'UNKNOWN' ? undefined : direction.toLowerCase()),
    channel: (channel: Channel): PushdownOffer | undefined => {
      const flag = serviceFlagOf(channel);
      return flag === undefined ? undefined : { precision: 'exact', params: { service_flag: flag } };
    },
  },
  constants: {
    channel: (channel: Channel) => (channel === 'IM' ? false : undefined),
    programId: foldMalformedKey,
    contactId: foldMalformedKey,
    accountId: foldMalformedKey,
    campaignId: foldMalformedKey,
  },
  // No paging, and no order that is promised.
  window: false,
  columns: ['status', 'direction', 'contactId', 'accountId'],
};

function searchBy(param: string, word: string | undefined): PushdownOffer | undefined {
  return word === undefined ? undefined : { precision: 'superset', params: { [param]: word } };
}
