import {
  atMostOne,
  likelyOrigin,
  listCall,
  oneOfCalls,
  upTo,
  type WriteCost,
} from '../../../graph/ports/cost-formulas.js';
import type { NounCosts } from '../../../graph/ports/costs.js';
import { callPerItem, plannedCall, type OperationRef, type PlannedCall } from '../../../graph/ports/planned-call.js';
import { messageColumns } from './columns.js';
import { MESSAGE_SEARCHES, messageEndpoints } from './endpoints.js';
import { MESSAGE_WORDS, type MessageWord } from './key.js';
import { listedWords } from './pushdown.js';

const itemColumns = (word: MessageWord): readonly string[] => messageColumns[word].absentFrom('list');

/** What reads of messages cost. */
export const messageCosts: NounCosts = {
  list: ({ params }) =>
    listedWords(params).map((word) => listCall(messageEndpoints[word].list, params, MESSAGE_SEARCHES)),
  byKeys: byKeysCost,
  deferred: MESSAGE_WORDS.flatMap(itemColumns),
  fetchDeferred: (count, columns) => {
    const words = MESSAGE_WORDS.filter((word) => itemColumns(word).some((column) => columns.includes(column)));
    // Rows of a list are spread over its kinds; a message by its key lacks nothing.
    const expected = likelyOrigin(count) === 'list' ? count / words.length : 0;
    return words.map((word) => callPerItem(messageEndpoints[word].read, { expected, worst: count }));
  },
};

/**
 * One message of a kind is read as an item, several as the kind's list. Of which kinds the messages are is not known:
 * from four on, some of each kind are likely.
 */
function byKeysCost(count: number): readonly PlannedCall[] {
  const kinds = MESSAGE_WORDS.length;
  const share = Math.min(count, kinds) / kinds;
  return MESSAGE_WORDS.flatMap((word): readonly PlannedCall[] => {
    const { read, list } = messageEndpoints[word];
    return [
      plannedCall(read, { expected: count <= kinds ? share : 0, worst: atMostOne(count) }),
      { ...plannedCall(list, { expected: count > kinds ? share : 0, worst: count < 2 ? 0 : 1 }), shared: true },
    ];
  });
}

const everyKind = Object.values(messageEndpoints);
const sends =
  (endpoint: OperationRef): WriteCost =>
  () => [plannedCall(endpoint)];

/** What mutations of one message cost. */
export const messageWriteCosts: Readonly<Record<string, WriteCost>> = {
  createDocument: sends(messageEndpoints.document.create),
  updateDocument: sends(messageEndpoints.document.update),
  createRecording: sends(messageEndpoints.recording.create),
  updateRecording: sends(messageEndpoints.recording.update),
  createTemplate: sends(messageEndpoints.template.create),
  updateTemplate: sends(messageEndpoints.template.update),
  createText: sends(messageEndpoints.text.create),
  updateText: sends(messageEndpoints.text.update),
  deleteMessage: () => [
    ...oneOfCalls(
      everyKind.map((endpoints) => endpoints.delete),
      1,
    ),
    ...everyKind.map(({ read }) => upTo(read)),
  ],
};
