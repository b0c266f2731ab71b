import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode, type ExecutionResult, type GraphQLSchema } from 'graphql';

import { isPromiseLike, type Eventually } from '../../executor/execution.js';
import type { OperationLimits } from '../../graph/cost/limits.js';
import type { Planner } from '../../graph/cost/planner.js';
import type { Principal } from '../../graph/request/principal.js';
import type { FormatFieldError } from '../error-mask.js';
import type { Gate } from '../gate/gate.js';
import type { ServedContext } from '../served-request.js';
import { createAdmission } from './admission.js';
import { readAskedOperation } from './asked-operation.js';
import { completeAnswer, type LaneAnswer } from './complete-answer.js';
import { createContentTypes, type ContentTypes } from './content-types.js';
import { createKnownOperations } from './known-operations.js';
import { learnPlugin } from './learn-plugin.js';

/**
 * The short way for operations that Apollo Server has let run before: the same checks, plan, errors and answers, without
 * what Apollo Server does for each request.
 */
export interface Lane {
  /** Learns from Apollo Server which operations there are. */
  readonly plugin: ApolloServerPlugin<ServedContext>;
  readonly contentTypes: Pick<ContentTypes, 'learn'>;
  /** Whether an operation is planned by Apollo Server to be known at its first use. */
  readonly learnsBeforeUse: boolean;
  /**
   * Checks the body of a POST whose content-type is JSON. Undefined, and nothing was done, where Apollo Server has to
   * answer: it does not know the operation yet, or has to say what is wrong.
   */
  readonly prepare: (body: unknown, principal: Principal, accept: string | undefined) => AnswerInLane | undefined;
}

/** Undefined, and nothing was done: the caller has no points left, and Apollo Server has to say so. */
export type AnswerInLane = (context: ServedContext) => Eventually<LaneAnswer | undefined>;

export interface LaneOptions {
  readonly schema: GraphQLSchema;
  readonly plannerFor: (principal: Principal) => Planner;
  readonly limits: OperationLimits;
  readonly charge: Gate['charge'];
  readonly formatFieldError: FormatFieldError;
  /** From which use of an operation on the lane answers. */
  readonly compileAtUse: number;
}

export function createLane(options: LaneOptions): Lane {
  const { schema, plannerFor, charge, formatFieldError, compileAtUse } = options;
  const admit = createAdmission(options);
  const known = createKnownOperations();
  const contentTypes = createContentTypes();
  return {
    plugin: learnPlugin(schema, known, compileAtUse, formatFieldError),
    contentTypes,
    learnsBeforeUse: compileAtUse === 1,
    prepare: (body, principal, accept) => {
      const asked = readAskedOperation(body);
      const contentType = contentTypes.find(accept);
      const knownOperation = asked && known.find(asked.query, asked.operationName);
      if (!knownOperation || contentType === undefined) return undefined;
      const planner = plannerFor(principal);
      const admitted = admit(planner, knownOperation, asked);
      if (!admitted) return undefined;
      const { operation } = knownOperation;
      const isMutation = operation.operation === OperationTypeNode.MUTATION;
      const run = (context: ServedContext): Eventually<LaneAnswer> => {
        // A started write must end in a known state.
        if (isMutation) context.request.ignoreDisconnect();
        const complete = (result: ExecutionResult): Eventually<LaneAnswer> =>
          completeAnswer(result, context, { operation, isMutation, asked, planner, contentType, formatFieldError });
        const result = admitted.run(context);
        return isPromiseLike(result) ? result.then(complete) : complete(result);
      };
      if (!charge) return run;
      return async (context) => ((await charge(principal, admitted.expectedRequests)) ? undefined : run(context));
    },
  };
}
