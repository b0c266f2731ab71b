import { callEach, type Call } from '../../graph/cost/call.js';
import type { ListCost, NounCosts } from '../../graph/cost/costs.js';
import { completeTransmissions, isCut, lateOfTransmissions } from './costs-transmission-late.js';
import { itemOrList, listOf, ofAny, perhaps } from './costs-ways.js';
import { SEARCHES } from './transmission-list.js';

const LIST = 'GET /transmissions';
const ITEM = 'GET /transmissions/{id}';

/** What transmissions cost: their list and every way that their late columns may take. */
export const transmissionCosts: NounCosts = {
  list: costOfList,
  byKeys: (count, known) => [
    ...itemOrList(count, ITEM, LIST),
    // One that can't be loaded, as its contact or account is gone, is searched for in the list.
    ...(count === 1 ? [perhaps(LIST)] : []),
    ...(isCut(known) ? [ITEM, LIST].map((operation) => callEach(operation, { expected: 0, worst: count })) : []),
  ],
  late: lateOfTransmissions,
  told: (came) => [...EMBEDDED_ROWS, ...(came === 'list' ? ['status'] : [])],
  complete: completeTransmissions,
};

const EMBEDDED_ROWS = ['contactRow', 'accountRow'];

/** What attempts cost: those of a transmission come whole with it. */
export const attemptCosts: NounCosts = {
  byKeys: (count) => [
    { operation: 'GET /spools/{id}/status', times: { expected: count < 2 ? count : 0, worst: ofAny(count) } },
    // Those of one transmission take one request.
    ...(count < 2 ? [] : [callEach('GET /transmissions/{id}/detail', count)]),
  ],
  late: (count, columns) => [
    ...(OF_DETAIL.some((column) => columns.includes(column))
      ? [callEach('GET /transmissions/{id}/detail', count)]
      : []),
    ...(columns.includes('results') ? [callEach('GET /spools/{id}/result', count)] : []),
  ],
  told: () => OF_DETAIL,
};

const OF_DETAIL = ['response', 'spooledAt', 'startedAt', 'connectedAt', 'endedAt'];

function costOfList({ params }: ListCost): readonly Call[] {
  return [listOf(LIST, params, SEARCHES)];
}
