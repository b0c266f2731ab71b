import type { Pushdown } from '../../../query/plan.js';
import { equalsPushdown } from '../shared/reads/text-pushdown.js';

/** GET /users compares texts as a whole, so that a part of one is searched here. */
export const userPushdown: Pushdown = {
  offers: { ...equalsPushdown('username'), ...equalsPushdown('email'), ...equalsPushdown('phone') },
  window: false,
  columns: ['id', 'username', 'email', 'phone'],
};
