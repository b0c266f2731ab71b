import { itemOrListCalls, listCall, upTo, type WriteCost } from '../../../graph/ports/cost-formulas.js';
import type { NounCosts } from '../../../graph/ports/costs.js';
import { callPerItem, plannedCall, type PlannedCall } from '../../../graph/ports/planned-call.js';
import { attemptEndpoints } from '../attempt/endpoints.js';
import { programEndpoints } from '../program/endpoints.js';
import { transmissionColumns } from './columns.js';
import { fetchTransmissionColumnsCost, mayBeTruncated, deferredTransmissionCost } from './deferred-costs.js';
import { TRANSMISSION_SEARCHES, transmissionEndpoints } from './endpoints.js';

const { list, read, readStatus } = transmissionEndpoints;

/** What reads of transmissions cost. */
export const transmissionCosts: NounCosts = {
  list: ({ params }) => [listCall(list, params, TRANSMISSION_SEARCHES)],
  byKeys: (count, known) => [
    ...itemOrListCalls(count, read, list),
    // A transmission that can't be loaded, as its contact or account is gone, is searched for in the list.
    ...(count === 1 ? [upTo(list)] : []),
    ...(mayBeTruncated(known)
      ? [read, list].map((endpoint) => callPerItem(endpoint, { expected: 0, worst: count }))
      : []),
  ],
  // Attempts are things of their own, whose field says itself what it costs.
  deferred: [...transmissionColumns.absentFrom('list'), 'results'],
  fetchDeferred: deferredTransmissionCost,
  presentColumns: (origin) => [
    'contactRow',
    'accountRow',
    ...(origin === 'list' ? transmissionColumns.onlyIn('status') : []),
  ],
  fetchColumns: fetchTransmissionColumnsCost,
};

/** What mutations of one transmission cost. */
export const transmissionWriteCosts: Readonly<Record<string, WriteCost>> = {
  createTransmission: () => [
    // The program, where a channel is named.
    upTo(programEndpoints.list),
    // The transmissions of the same program to the same contact, by which a new one is recognised.
    plannedCall(list),
    plannedCall(transmissionEndpoints.create),
  ],
  sendTransmission: () => sendCalls('send', 0),
  retryTransmission: () => [...sendCalls('retry', 1), upTo(read), upTo(transmissionEndpoints.setStatus)],
  scheduleTransmission: () => [
    plannedCall(readStatus),
    upTo(attemptEndpoints.listOfTransmission),
    plannedCall(transmissionEndpoints.schedule),
  ],
  cancelTransmissionSchedule: () => [plannedCall(transmissionEndpoints.cancelSchedule)],
  cloneTransmission: () => [plannedCall(read), plannedCall(list), plannedCall(transmissionEndpoints.clone)],
  deleteTransmission: () => [plannedCall(transmissionEndpoints.delete), upTo(read)],
};

/**
 * `attemptReads`: how often earlier attempts are expected to be read, which a new transmission has not. After the send
 * attempts and status are read only where the server rejected it, or answered without an attempt.
 */
function sendCalls(word: 'send' | 'retry', attemptReads: number): readonly PlannedCall[] {
  return [
    plannedCall(readStatus, { expected: 1, worst: 2 }),
    plannedCall(attemptEndpoints.listOfTransmission, { expected: attemptReads, worst: 2 }),
    plannedCall(transmissionEndpoints[word]),
  ];
}
