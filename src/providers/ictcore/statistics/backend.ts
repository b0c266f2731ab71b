import type { StatisticsBackend } from '../../../graph/statistics/backend.js';
import type { Session } from '../session.js';
import { statisticsColumns } from './columns.js';
import { statisticsEndpoints } from './endpoints.js';

/** What an installation counts. */
export function createStatisticsBackend({ call, upstream }: Session): StatisticsBackend {
  return {
    read: async (callOptions) => {
      const answer = await call(statisticsEndpoints.read, {}, callOptions);
      return { upstream, ...statisticsColumns.cellsOf(answer, 'counters') };
    },
  };
}
