import { createTrial, type Trial, type TrialOptions } from '../../graph/proof/trial.js';
import type { Identified } from '../../query/order.js';
import type { Asking } from '../../transport/exchange.js';
import type { ListQuery } from './endpoints.js';
import { paramOf } from './key.js';

/** How `search` compares is tried out on the first page, which a server without pages gives whole. */
export function searchTrial<Row extends Identified>(
  operation: string,
  read: (query: ListQuery, asking: Asking) => Promise<readonly Row[]>,
  comparisons: TrialOptions<Row>['comparisons'],
): Trial {
  return createTrial({
    operation,
    sample: (asking) => read({}, asking),
    finds: async ({ id }, params, asking) => {
      const rows = await read({ search: paramOf(params, 'search') }, asking);
      return rows.some((row) => row.id === id);
    },
    comparisons,
  });
}
