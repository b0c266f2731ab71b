import { atMostOne } from '../../../graph/ports/cost-formulas.js';
import type { NounCosts } from '../../../graph/ports/costs.js';
import { deferredCosts } from '../../../graph/ports/deferred.js';
import { callPerItem, plannedCall } from '../../../graph/ports/planned-call.js';
import { attemptEndpoints, attemptSources } from './endpoints.js';

/** What reads of attempts cost: those of a transmission come whole with it. */
export const attemptCosts: NounCosts = {
  byKeys: (count) => [
    plannedCall(attemptEndpoints.readStatus, { expected: count < 2 ? count : 0, worst: atMostOne(count) }),
    // Those of one transmission take one request.
    ...(count < 2 ? [] : [callPerItem(attemptEndpoints.listOfTransmission, count)]),
  ],
  ...deferredCosts(attemptSources),
  presentColumns: () => attemptSources.detail.columns,
};
