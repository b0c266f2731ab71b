import {
  createComparisonTrial,
  type ComparisonTrial,
  type ComparisonTrialOptions,
} from '../../graph/ports/comparison-trial.js';
import type { IdentifiedRow } from '../../query/order.js';
import { paramOf } from '../../query/query-params.js';
import type { CallOptions } from '../../transport/exchange.js';
import type { WireListQuery } from './endpoints.js';

/** Tries out how `search` compares, on the first page; a server without pages gives the whole list. */
export function searchTrial<Row extends IdentifiedRow>(
  operation: string,
  read: (query: WireListQuery, callOptions: CallOptions) => Promise<readonly Row[]>,
  comparisons: ComparisonTrialOptions<Row>['comparisons'],
): ComparisonTrial {
  return createComparisonTrial({
    operation,
    sample: (callOptions) => read({}, callOptions),
    finds: async ({ id }, params, callOptions) => {
      const rows = await read({ search: paramOf(params, 'search') }, callOptions);
      return rows.some((row) => row.id === id);
    },
    comparisons,
  });
}
