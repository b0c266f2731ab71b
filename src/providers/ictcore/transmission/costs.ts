import { callPerItem, type PlannedCall } from '../../../graph/ports/planned-call.js';
import type { PlannedListRead, NounCosts } from '../../../graph/ports/costs.js';
import { fetchTransmissionColumnsCost, mayBeTruncated, deferredTransmissionCost } from './deferred-costs.js';
import { itemOrListCalls, listCall, atMostOne, upTo } from '../../../graph/ports/cost-formulas.js';
import { SEARCH_PARAMS } from './list.js';

const LIST_CALL = 'GET /transmissions';
const ITEM_CALL = 'GET /transmissions/{id}';

/** What transmissions cost: their list and every way that their late columns may take. */
export const transmissionCosts: NounCosts = {
  list: listCost,
  byKeys: (count, known) => [
    ...itemOrListCalls(count, ITEM_CALL, LIST_CALL),
    // One that can't be loaded, as its contact or account is gone, is searched for in the list.
    ...(count === 1 ? [upTo(LIST_CALL)] : []),
    ...(mayBeTruncated(known)
      ? [ITEM_CALL, LIST_CALL].map((operation) => callPerItem(operation, { expected: 0, worst: count }))
      : []),
  ],
  deferred: ['title', 'origin', 'channel', 'triesAllowed', 'status', 'results'],
  fetchDeferred: deferredTransmissionCost,
  presentColumns: (came) => [...EMBEDDED_ROWS, ...(came === 'list' ? ['status'] : [])],
  fetchColumns: fetchTransmissionColumnsCost,
};

const EMBEDDED_ROWS = ['contactRow', 'accountRow'];

const DETAIL_COLUMNS = ['response', 'spooledAt', 'startedAt', 'connectedAt', 'endedAt'];

/** What attempts cost: those of a transmission come whole with it. */
export const attemptCosts: NounCosts = {
  byKeys: (count) => [
    { operation: 'GET /spools/{id}/status', times: { expected: count < 2 ? count : 0, worst: atMostOne(count) } },
    // Those of one transmission take one request.
    ...(count < 2 ? [] : [callPerItem('GET /transmissions/{id}/detail', count)]),
  ],
  deferred: [...DETAIL_COLUMNS, 'results'],
  fetchDeferred: (count, columns) => [
    ...(DETAIL_COLUMNS.some((column) => columns.includes(column))
      ? [callPerItem('GET /transmissions/{id}/detail', count)]
      : []),
    ...(columns.includes('results') ? [callPerItem('GET /spools/{id}/result', count)] : []),
  ],
  presentColumns: () => DETAIL_COLUMNS,
};

function listCost({ params }: PlannedListRead): readonly PlannedCall[] {
  return [listCall(LIST_CALL, params, SEARCH_PARAMS)];
}
