import type { NounCosts } from '../../../graph/ports/costs.js';
import { sharedCall } from '../../../graph/ports/planned-call.js';
import { statisticsEndpoints } from './endpoints.js';

/** What an installation's counters cost. */
export const statisticsCosts: NounCosts = { read: () => [sharedCall(statisticsEndpoints.read)] };
