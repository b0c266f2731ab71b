import type { Channel } from '../../../../src/graph/contact/types.js';
import { hasSingleForm } from '../../../../src/graph/values/email.js';
import type { Pushdown, PushdownOffer } from '../../../../src/query/plan.js';
import { isInvariant } from '../../../../src/query/text.js';

/** The list finds a part of an address in any letter case, and gives any run of its rows. */
export const contactPushdown: Pushdown = {
  offers: { 'email.eq': searchByEmail },
  constants: {
    channel: (channel: Channel) => (channel === 'EMAIL' || channel === 'VOICE' ? undefined : false),
    groupId: () => false,
    ungrouped: () => true,
  },
  window: true,
  columns: ['id', 'name', 'email', 'phone', 'channel', 'groups'],
};

/** A search finds longer addresses too. An address that the server could spell otherwise is not searched. */
function searchByEmail(email: string): PushdownOffer | undefined {
  return hasSingleForm(email) && isInvariant(email) ? { precision: 'superset', params: { email } } : undefined;
}
