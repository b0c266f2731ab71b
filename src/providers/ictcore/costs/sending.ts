import { callPerItem, sharedCall, type PlannedCall } from '../../../graph/ports/planned-call.js';
import type { ProviderCosts } from '../../../graph/ports/costs.js';
import { paramOf } from '../../../query/query-params.js';
import { attemptCosts, transmissionCosts } from '../transmission/costs.js';
import {
  listColumnCall,
  itemOrListCalls,
  listCall,
  atMostOne,
  likelyOrigin,
} from '../../../graph/ports/cost-formulas.js';
import { MESSAGE_WORDS, type MessageWord } from '../message/key.js';

const CAMPAIGN_LIST_COLUMNS = ['contactsTotal', 'contactsDone', 'lastRunAt', 'createdAt'];

/** What the list of each kind does not tell. */
const MESSAGE_ITEM_COLUMNS: Readonly<Record<MessageWord, readonly string[]>> = {
  document: ['quality'],
  recording: ['codec'],
  template: ['body', 'bodyAlt'],
  text: ['data'],
};

/** What campaigns, transmissions, programs, messages and the counters cost. */
export const sendingCosts: ProviderCosts['nouns'] = {
  campaign: {
    list: ({ params }) => [listCall('GET /campaigns', params, ['group_id', 'program_id', 'status'])],
    byKeys: (count) => itemOrListCalls(count, 'GET /campaigns/{id}', 'GET /campaigns'),
    deferred: CAMPAIGN_LIST_COLUMNS,
    fetchDeferred: (count, columns) =>
      CAMPAIGN_LIST_COLUMNS.some((column) => columns.includes(column))
        ? [listColumnCall('GET /campaigns', count, likelyOrigin(count))]
        : [],
    presentColumns: (came) => (came === 'list' ? CAMPAIGN_LIST_COLUMNS : []),
  },
  transmission: transmissionCosts,
  attempt: attemptCosts,
  program: {
    list: ({ params }) => [listCall('GET /programs', params, ['type', 'name'])],
    byKeys: (count) => [
      { operation: 'GET /programs', times: atMostOne(count), ...(count < 2 ? {} : { shared: true }) },
    ],
    deferred: ['data'],
    // By key, too, programs are rows of the list.
    fetchDeferred: (count, columns) =>
      ['accountKey', 'messageKey', 'data'].some((column) => columns.includes(column))
        ? [callPerItem('GET /programs/{id}', count)]
        : [],
  },
  message: {
    list: ({ params }) =>
      MESSAGE_WORDS.filter((word) => [undefined, word].includes(kindParam(params))).map((word) =>
        listCall(`GET /messages/${word}s`, params, ['name']),
      ),
    byKeys: messageByKeysCost,
    deferred: Object.values(MESSAGE_ITEM_COLUMNS).flat(),
    fetchDeferred: (count, columns) => {
      const words = MESSAGE_WORDS.filter((word) =>
        MESSAGE_ITEM_COLUMNS[word].some((column) => columns.includes(column)),
      );
      // Rows of a list are spread over its kinds; one by its key lacks nothing.
      const expected = likelyOrigin(count) === 'list' ? count / words.length : 0;
      return words.map((word) => callPerItem(`GET /messages/${word}s/{id}`, { expected, worst: count }));
    },
  },
  statistics: { read: () => [sharedCall('GET /statistics')] },
};

function kindParam(params: Parameters<typeof paramOf>[0]): MessageWord | undefined {
  return MESSAGE_WORDS.find((word) => word === paramOf(params, 'kind'));
}

/** By kind, one message is its item, and several are the list; of several it is likely that there are some of each kind. */
function messageByKeysCost(count: number): readonly PlannedCall[] {
  const kinds = MESSAGE_WORDS.length;
  const share = Math.min(count, kinds) / kinds;
  return MESSAGE_WORDS.flatMap((word): readonly PlannedCall[] => [
    {
      operation: `GET /messages/${word}s/{id}`,
      times: { expected: count <= kinds ? share : 0, worst: atMostOne(count) },
    },
    {
      operation: `GET /messages/${word}s`,
      times: { expected: count > kinds ? share : 0, worst: count < 2 ? 0 : 1 },
      shared: true,
    },
  ]);
}
