import { callEach, sharedCall, type Call } from '../../graph/cost/call.js';
import type { Costs } from '../../graph/cost/costs.js';
import { attemptCosts, transmissionCosts } from './costs-transmissions.js';
import { fromList, itemOrList, listOf, ofAny, usuallyCame } from './costs-ways.js';
import { paramOf } from './key.js';
import { MESSAGE_WORDS, type MessageWord } from './message-key.js';

/** What campaigns, transmissions, programs, messages and the counters cost. */
export const sendingCosts: Costs['nouns'] = {
  campaign: {
    list: ({ params }) => [listOf('GET /campaigns', params, ['group_id', 'program_id', 'status'])],
    byKeys: (count) => itemOrList(count, 'GET /campaigns/{id}', 'GET /campaigns'),
    late: (count, columns) =>
      OF_CAMPAIGNS.some((column) => columns.includes(column))
        ? [fromList('GET /campaigns', count, usuallyCame(count))]
        : [],
    told: (came) => (came === 'list' ? OF_CAMPAIGNS : []),
  },
  transmission: transmissionCosts,
  attempt: attemptCosts,
  program: {
    list: ({ params }) => [listOf('GET /programs', params, ['type', 'name'])],
    byKeys: (count) => [{ operation: 'GET /programs', times: ofAny(count), ...(count < 2 ? {} : { shared: true }) }],
    // By key, too, programs are rows of the list.
    late: (count, columns) =>
      ['accountKey', 'messageKey', 'data'].some((column) => columns.includes(column))
        ? [callEach('GET /programs/{id}', count)]
        : [],
  },
  message: {
    list: ({ params }) =>
      MESSAGE_WORDS.filter((word) => [undefined, word].includes(kindIn(params))).map((word) =>
        listOf(`GET /messages/${word}s`, params, ['name']),
      ),
    byKeys: messagesByKeys,
    late: (count, columns) => {
      const words = MESSAGE_WORDS.filter((word) => OF_ITEMS[word].some((column) => columns.includes(column)));
      // Rows of a list are spread over its kinds; one by its key lacks nothing.
      const expected = usuallyCame(count) === 'list' ? count / words.length : 0;
      return words.map((word) => callEach(`GET /messages/${word}s/{id}`, { expected, worst: count }));
    },
  },
  statistics: { read: () => [sharedCall('GET /statistics')] },
};

const OF_CAMPAIGNS = ['contactsTotal', 'contactsDone', 'lastRunAt', 'createdAt'];

/** What the list of each kind does not tell. */
const OF_ITEMS: Readonly<Record<MessageWord, readonly string[]>> = {
  document: ['quality'],
  recording: ['codec'],
  template: ['body', 'bodyAlt'],
  text: ['data'],
};

function kindIn(params: Parameters<typeof paramOf>[0]): MessageWord | undefined {
  return MESSAGE_WORDS.find((word) => word === paramOf(params, 'kind'));
}

/** By kind, one message is its item, and several are the list; of several it is likely that there are some of each kind. */
function messagesByKeys(count: number): readonly Call[] {
  const kinds = MESSAGE_WORDS.length;
  const share = Math.min(count, kinds) / kinds;
  return MESSAGE_WORDS.flatMap((word): readonly Call[] => [
    {
      operation: `GET /messages/${word}s/{id}`,
      times: { expected: count <= kinds ? share : 0, worst: ofAny(count) },
    },
    {
      operation: `GET /messages/${word}s`,
      times: { expected: count > kinds ? share : 0, worst: count < 2 ? 0 : 1 },
      shared: true,
    },
  ]);
}
