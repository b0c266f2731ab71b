import { call, callEach, sharedCall, type Call } from '../../graph/cost/call.js';
import type { Known, ListCost, NounCosts } from '../../graph/cost/costs.js';
import { completeTransmissions, isCut, lateOfTransmissions } from './costs-transmission-late.js';
import { itemOrList, ofAny, perhaps } from './costs-ways.js';
import { paramOf } from './key.js';
import { flagsOf, SERVICES } from './service.js';
import { EMBEDDED, MOST_PROGRAMS, NARROW } from './transmission-list.js';

const LIST = 'GET /transmissions';
const ITEM = 'GET /transmissions/{id}';
const OF_PROGRAM = 'GET /programs/{id}/transmissions';

/** What transmissions cost: every way that their list and their late columns may take. */
export const transmissionCosts: NounCosts = {
  list: costOfList,
  byKeys: (count, known) => [
    ...itemOrList(count, ITEM, LIST),
    ...(isCut(known) ? [callEach(ITEM, { expected: 0, worst: count })] : []),
  ],
  late: lateOfTransmissions,
  // Rows of a list that is read by program are told theirs.
  told: (came) => [...EMBEDDED_ROWS, ...(came === 'list' ? ['status', 'programRow'] : [])],
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

function costOfList({ params, wanted }: ListCost, known: Known): readonly Call[] {
  const given = [...NARROW, 'account_id', 'status', 'direction', 'service_flag'].filter(
    (name) => paramOf(params, name) !== undefined,
  );
  const channel = SERVICES.find(([bit]) => String(bit) === paramOf(params, 'service_flag'))?.[1];
  const carriedOtherwise = (channel && flagsOf(channel)?.without.length) ?? 0;
  const beside = carriedOtherwise > 0 ? [call(LIST, carriedOtherwise)] : [];
  const isOfProgram = given.join() === 'program_id' && !EMBEDDED.some((column) => wanted.includes(column));
  // A program that was deleted has no list of its own.
  if (isOfProgram) return [call(OF_PROGRAM), perhaps(LIST)];
  const byProgram = wanted.includes('program') && !NARROW.some((name) => given.includes(name));
  if (!byProgram) return [given.length > 0 ? call(LIST) : sharedCall(LIST), ...beside];
  const programs = known.rows('program');
  const times = { expected: programs > MOST_PROGRAMS ? 1 : programs, worst: Math.min(programs, MOST_PROGRAMS) };
  return [sharedCall('GET /programs'), call(LIST, times), ...beside];
}
