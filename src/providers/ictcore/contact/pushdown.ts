import type { Channel } from '../../../graph/contact/types.js';
import type { PushdownOffer, Pushdown } from '../../../query/plan.js';
import { isKey } from '../shared/reads/keys.js';
import { patternOfNumber, patternOfPart } from './phone-pattern.js';

/**
 * What GET /contacts evaluates. `first_name` and `last_name` are searched one by one, while our `name` looks at both
 * and at the two together, so neither can be used without losing rows. `email` is compared as a whole, which would lose
 * addresses with a blank or `mailto:` before them; without it the list is one request all the same.
 */
export const contactPushdown: Pushdown = {
  offers: {
    // LIKE '%…', with a % behind each digit: every spelling of the number and maybe more.
    'phone.eq': (phone: string) => searchByPhone(patternOfNumber(phone)),
    'phone.contains': (part: string) => searchByPhone(patternOfPart(part)),
    'phone.startsWith': (part: string) => searchByPhone(patternOfPart(part)),
    groupId: (group: string): PushdownOffer => ({ precision: 'exact', params: { group } }),
  },
  constants: {
    channel: (channel: Channel) => (channel === 'IM' ? false : undefined),
    groupId: (key: string) => (isKey(key) ? undefined : false),
  },
  // No paging, and no order that is promised.
  window: false,
  // A row lacks its groups.
  columns: ['id', 'name', 'email', 'phone', 'channel'],
};

function searchByPhone(phone: string | undefined): PushdownOffer | undefined {
  return phone === undefined ? undefined : { precision: 'superset', params: { phone } };
}
