import type { Pushdown } from '../../../query/plan.js';
import { nameOffers } from '../search.js';

/** What groups/index does by itself. */
export const groupPushdown: Pushdown = { offers: nameOffers, window: false, columns: ['id', 'name'] };
