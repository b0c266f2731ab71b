import { condition, everything } from '../../query/filter.js';
import type { Tests } from '../../query/residual.js';
import type { Channel } from '../contact/contact.js';
import type { Question } from '../list.js';
import type { Gateway } from './gateway.js';

const tests: Tests<Gateway> = {
  channel: {
    column: 'channel',
    of:
      (channel: Channel) =>
      ({ channels }) =>
        channels.includes(channel),
  },
};

/** Gateways that carry this; all without. */
export function gatewayQuestion(channel: Channel | null | undefined): Question<Gateway> {
  const asked = channel ? condition('channel', channel) : everything;
  return { noun: 'gateway', filter: asked, localise: () => asked, tests, sorting: undefined };
}
