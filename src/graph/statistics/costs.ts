import { readCost } from '../cost/field-kinds.js';
import type { FieldCosts } from '../ports/field-costs.js';

/** What fields of statistics cost. */
export const statisticsFieldCosts: FieldCosts = {
  'Query.statistics': readCost('statistics'),
};
