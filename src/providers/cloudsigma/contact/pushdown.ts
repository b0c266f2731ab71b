import type { Channel } from '../../../graph/contact/types.js';
import type { Pushdown } from '../../../query/plan.js';

/** Lists do windows only: CloudSigma documents no filter for contacts. */
export const contactPushdown: Pushdown = {
  offers: {},
  constants: {
    channel: (channel: Channel) => (channel === 'EMAIL' || channel === 'SMS' ? undefined : false),
    groupId: () => false,
    ungrouped: () => true,
  },
  window: true,
  columns: ['id', 'name', 'email', 'phone', 'channel', 'groups'],
};
