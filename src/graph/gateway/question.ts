import { condition, matchAll } from '../../query/filter.js';
import type { RowTests } from '../../query/residual.js';
import type { Channel } from '../contact/contact.js';
import type { ListQuery } from '../list.js';
import type { Gateway } from './gateway.js';

const tests: RowTests<Gateway> = {
  channel: {
    column: 'channel',
    compile:
      (channel: Channel) =>
      ({ channels }) =>
        channels.includes(channel),
  },
};

/** Gateways that carry this; all without. */
export function gatewayListQuery(channel: Channel | null | undefined): ListQuery<Gateway> {
  const where = channel ? condition('channel', channel) : matchAll;
  return { noun: 'gateway', filter: where, localise: () => where, tests, sorting: undefined };
}
