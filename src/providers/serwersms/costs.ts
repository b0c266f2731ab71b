import type { Costs } from '../../graph/cost/costs.js';

export const costs: Costs = { nouns: {}, writes: {} };
