import { readCost } from '../cost/field-kinds.js';
import type { FieldCosts } from '../ports/field-costs.js';

/** What fields of statistics cost. */
export const statisticsCosts: FieldCosts = {
  'Query.statistics': readCost('statistics'),
};
