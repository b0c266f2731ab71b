import { condition, matchAll } from '../../query/filter.js';
import type { RowTests } from '../../query/residual.js';
import type { Channel } from '../contact/types.js';
import type { Gateway } from './types.js';
import type { ListQuery } from '../ports/list-query.js';

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
