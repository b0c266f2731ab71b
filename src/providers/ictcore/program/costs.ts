import { atMostOne, listCall, oneOfCalls, upTo, type WriteCost } from '../../../graph/ports/cost-formulas.js';
import type { NounCosts } from '../../../graph/ports/costs.js';
import { deferredCosts } from '../../../graph/ports/deferred.js';
import { plannedCall } from '../../../graph/ports/planned-call.js';
import { messageEndpoints } from '../message/endpoints.js';
import { referenceEndpoints } from '../references.js';
import { PROGRAM_SEARCHES, programEndpoints, programSources } from './endpoints.js';
import { PROGRAM_KINDS } from './kinds.js';

/** What reads of programs cost: by key, too, they are rows of the list. */
export const programCosts: NounCosts = {
  list: ({ params }) => [listCall(programEndpoints.list, params, PROGRAM_SEARCHES)],
  byKeys: (count) => [
    { ...plannedCall(programEndpoints.list, atMostOne(count)), ...(count < 2 ? {} : { shared: true }) },
  ],
  ...deferredCosts(programSources, 'list'),
};

const messageItems = Object.values(messageEndpoints).map(({ read }) => read);

/** What mutations of one program cost. */
export const programWriteCosts: Readonly<Record<string, WriteCost>> = {
  createProgram: () => [
    upTo(referenceEndpoints.program),
    // Most kinds act for an account or send a message.
    ...oneOfCalls([referenceEndpoints.account, ...messageItems], 1),
    ...oneOfCalls(PROGRAM_KINDS.map(programEndpoints.create), 1),
  ],
  // The list says what is below the program, and afterwards what of that is gone.
  deleteProgram: () => [
    plannedCall(programEndpoints.list),
    plannedCall(programEndpoints.delete),
    upTo(programEndpoints.list, 2),
  ],
};
