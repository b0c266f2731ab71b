import type { KnownSizes, NounCosts, ProviderCosts } from '../../../graph/ports/costs.js';
import { upTo } from '../../../graph/ports/cost-formulas.js';
import { plannedCall, type PlannedCall } from '../../../graph/ports/planned-call.js';
import { listCalls, pageRange, wholeListCall } from '../page-costs.js';
import { groupColumns } from './columns.js';
import { groupEndpoints } from './endpoints.js';

const sizeColumns = groupColumns.onlyIn('group');

/** What reads of groups cost. */
export const groupCosts: NounCosts = {
  list: (list) => listCalls(groupEndpoints.list, list),
  byKeys,
  presentColumns: () => sizeColumns,
  // Contacts name their groups without their sizes.
  fetchDeferred: (count, columns, known) =>
    columns.some((column) => sizeColumns.includes(column)) ? byKeys(count, known) : [],
};

/** What mutations of groups cost. */
export const groupWriteCosts: ProviderCosts['writes'] = {
  createGroup: (_count, known) => [
    plannedCall(groupEndpoints.list, pageRange(known.rows('group'))),
    plannedCall(groupEndpoints.create),
  ],
  updateGroup: () => [plannedCall(groupEndpoints.update)],
  deleteGroup: () => [plannedCall(groupEndpoints.delete)],
};

function byKeys(count: number, known: KnownSizes): readonly PlannedCall[] {
  if (count === 0) return [];
  if (count === 1) return [plannedCall(groupEndpoints.read)];
  return [wholeListCall(groupEndpoints.list, known.rows('group')), upTo(groupEndpoints.read)];
}
