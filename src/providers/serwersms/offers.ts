import type { Channel } from '../../graph/contact/contact.js';
import type { Offer, Pushdown } from '../../query/plan.js';
import type { TrialOptions } from '../../graph/proof/trial.js';
import { isKey } from './key.js';
import { emailComparison, emailOffers, nameComparison, nameOffers, withinWord } from './search.js';
import type { SerwerSmsContact } from './types.js';

/**
 * What contacts/index can do by itself. It sorts too, but by what collation is not said, and the order without is
 * not said either: so neither order nor window is promised.
 */
export const pushdown: Pushdown = {
  offers: {
    ...emailOffers,
    ...nameOffers,
    groupId: (key: string): Offer => ({ grip: 'exact', params: { group_id: key } }),
    ungrouped: (): Offer => ({ grip: 'exact', params: { group_id: 'none' } }),
  },
  constants: {
    channel: (channel: Channel) => (channel === 'EMAIL' ? undefined : channel === 'SMS'),
    groupId: (key: string) => (isKey(key) ? undefined : false),
  },
  window: false,
  // Not the groups: list rows have them, but contacts read by id have not.
  columns: ['id', 'name', 'email', 'phone', 'channel'],
};

/** What of a row `search` goes by, as SerwerSMS holds it, where a part is looked for: within a word, too. */
export const comparisons: TrialOptions<SerwerSmsContact>['comparisons'] = {
  email: { texts: ({ email }) => [withinWord(email)], offer: emailComparison },
  name: { texts: ({ firstName, lastName }) => [withinWord(firstName), withinWord(lastName)], offer: nameComparison },
};
