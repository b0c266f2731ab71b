import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';

import { ErrorCode } from '../graph/values/errors.js';
import type { ExecutedOperation } from '../graph/cost/measured-runs.js';
import type { OperationPlan } from '../graph/cost/operation-plan.js';
import { sumRanges, type Planner } from '../graph/cost/planner.js';
import type { Principal } from '../graph/request/principal.js';
import type { Gate } from './gate/gate.js';
import { toGateError } from './gate/refuse.js';
import type { ServedContext, ServedRequest } from './served-request.js';

/**
 * Plans each operation before anything is sent. It rejects an operation that exceeds the config's budget, and for
 * `x-trunkline-plan: 1` it returns the plan instead of running the operation.
 */
export function planPlugin(
  plannerFor: (principal: Principal) => Planner,
  charge?: Gate['charge'],
): ApolloServerPlugin<ServedContext> {
  return {
    requestDidStart: async () => {
      let operationPlan: OperationPlan | undefined;
      return {
        didResolveOperation: async ({ document, operation, request, contextValue, queryHash }) => {
          if (!operation) return;
          const planner = plannerFor(contextValue.principal);
          operationPlan = planner.plan(document, operation, request.variables ?? {}, queryHash);
          if (contextValue.request.isPlanOnly) {
            // If the operation runs as well, an invalid argument is reported by its field.
            const [mistake] = operationPlan.mistakes;
            if (mistake !== undefined) throw toPlanError(ErrorCode.BAD_USER_INPUT, mistake);
            return;
          }
          const excess = planner.describeBudgetExcess(operationPlan);
          if (excess !== undefined) throw toPlanError(ErrorCode.BUDGET_EXCEEDED, excess);
          const refusal = await charge?.(contextValue.request.principal, operationPlan.expected);
          if (refusal) throw toGateError(refusal);
        },
        responseForOperation: async ({ contextValue, response: { http }, ...asked }) => {
          if (!operationPlan || !contextValue.request.isPlanOnly) return null;
          const plan = toPlanExtension(operationPlan, plannerFor(contextValue.principal), toSentOperation(asked));
          return { http, body: { kind: 'single', singleResult: { data: null, extensions: { plan } } } };
        },
        willSendResponse: async ({ contextValue, errors, operation, response: { body }, ...asked }) => {
          const isWhole = body.kind === 'single' && !errors && !body.singleResult.errors;
          if (isWhole && operation?.operation === OperationTypeNode.QUERY)
            recordRun(plannerFor(contextValue.principal), toSentOperation(asked), contextValue.request);
        },
      };
    },
  };
}

/** Notes what a query took that was answered whole. */
export function recordRun(
  planner: Planner,
  executed: ExecutedOperation,
  { isPlanOnly, requestCounts }: Pick<ServedRequest, 'isPlanOnly' | 'requestCounts'>,
): void {
  if (!isPlanOnly && requestCounts.size > 0) planner.recordRun(executed, requestCounts);
}

function toPlanError(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

function toSentOperation({
  request,
}: {
  readonly request: { query?: string; operationName?: string; variables?: object };
}): ExecutedOperation {
  return {
    query: request.query ?? '',
    operationName: request.operationName,
    variables: { ...request.variables },
  };
}

/** The plan as `extensions.plan`. The expected requests of an operation are those of its last run. */
function toPlanExtension(operationPlan: OperationPlan, planner: Planner, sent: ExecutedOperation): object {
  const measured = planner.lastRun(sent);
  const upstreams = operationPlan.upstreams.map((each) => ({
    ...each,
    expected: measured?.get(each.upstream) ?? each.expected,
  }));
  const excess = planner.describeBudgetExcess(operationPlan);
  return {
    calls: operationPlan.calls,
    cost: {
      ...sumRanges(upstreams),
      basis: measured ? 'measured' : 'estimated',
      upstreams,
    },
    ...(excess === undefined ? {} : { refused: excess }),
  };
}
