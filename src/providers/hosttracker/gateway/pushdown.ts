import type { Channel } from '../../../graph/contact/types.js';
import type { Pushdown } from '../../../query/plan.js';
import { CHANNELS, GATEWAY_KINDS } from './columns.js';

/** A channel selects the list of one kind. */
export const gatewayPushdown: Pushdown = {
  offers: {
    channel: (channel: Channel) => {
      const kind = GATEWAY_KINDS.find((each) => CHANNELS[each] === channel);
      return kind && { precision: 'exact', params: { kind } };
    },
  },
  constants: {
    channel: (channel: Channel) => (GATEWAY_KINDS.some((kind) => CHANNELS[kind] === channel) ? undefined : false),
  },
  window: false,
  columns: ['id', 'name', 'channel'],
};
