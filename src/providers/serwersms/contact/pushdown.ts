import type { Channel } from '../../../graph/contact/types.js';
import type { PushdownOffer, Pushdown } from '../../../query/plan.js';
import type { ComparisonTrialOptions } from '../../../graph/ports/comparison-trial.js';
import { isKey } from '../key.js';
import { offerEmailSearch, emailOffers, offerNameSearch, nameOffers, withoutEnds } from '../search.js';
import type { SerwerSmsContact } from './types.js';

/**
 * What contacts/index can do by itself. It sorts too, but by what collation is not said, and the order without is
 * not said either: so neither order nor window is promised.
 */
export const pushdown: Pushdown = {
  offers: {
    ...emailOffers,
    ...nameOffers,
    groupId: (key: string): PushdownOffer => ({ precision: 'exact', params: { group_id: key } }),
    ungrouped: (): PushdownOffer => ({ precision: 'exact', params: { group_id: 'none' } }),
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
export const comparedTexts: ComparisonTrialOptions<SerwerSmsContact>['comparisons'] = {
  email: { texts: ({ email }) => [withoutEnds(email)], offer: offerEmailSearch },
  name: { texts: ({ firstName, lastName }) => [withoutEnds(firstName), withoutEnds(lastName)], offer: offerNameSearch },
};
