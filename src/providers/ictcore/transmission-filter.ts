import type { Channel } from '../../graph/contact/contact.js';
import type { Direction, TransmissionStatus } from '../../graph/transmission/transmission.js';
import type { Offer, Pushdown } from '../../query/plan.js';
import { isKey } from './key.js';
import { flagOf } from './service.js';
import { searchWordsOf } from './status-words.js';
import { STATUSES } from './transmission-row.js';

/** `done` and `completed` have one letter in common: that still leaves out most of what has failed or waits. */
const WORDS = searchWordsOf(STATUSES);

const key =
  (param: string) =>
  (value: string): Offer => ({ grip: 'exact', params: { [param]: value } });
const isNoKey = (value: string) => (isKey(value) ? undefined : false);

/** What GET /transmissions evaluates. */
export const pushdown: Pushdown = {
  offers: {
    programId: key('program_id'),
    contactId: key('contact_id'),
    accountId: key('account_id'),
    campaignId: key('campaign_id'),
    // LIKE '%…%': every row with a word of that status, and rows with others that hold the same part.
    status: (status: TransmissionStatus) => searched('status', WORDS[status]),
    direction: (direction: Direction) =>
      searched('direction', direction === 'UNKNOWN' ? undefined : direction.toLowerCase()),
    channel: (channel: Channel): Offer | undefined => {
      const flag = flagOf(channel);
      return flag === undefined ? undefined : { grip: 'exact', params: { service_flag: flag } };
    },
  },
  constants: {
    channel: (channel: Channel) => (channel === 'IM' ? false : undefined),
    programId: isNoKey,
    contactId: isNoKey,
    accountId: isNoKey,
    campaignId: isNoKey,
  },
  // No paging, and no order that is promised.
  window: false,
  columns: ['status', 'direction', 'contactId', 'accountId'],
};

function searched(param: string, word: string | undefined): Offer | undefined {
  return word === undefined ? undefined : { grip: 'inexact', params: { [param]: word } };
}
