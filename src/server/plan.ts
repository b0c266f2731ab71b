import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';

import { ErrorCode } from '../graph/errors.js';
import type { Sent } from '../graph/cost/measured.js';
import type { OperationPlan } from '../graph/cost/operation-plan.js';
import { sumOf, type Planner } from '../graph/cost/planner.js';
import type { ServedContext } from './request.js';

/**
 * Plans each operation before anything is sent: refuses one that the config's budget does not allow, and for
 * `x-trunkline-plan: 1` gives the plan in the place of an answer.
 */
export function planning(planner: Planner): ApolloServerPlugin<ServedContext> {
  return {
    requestDidStart: async () => {
      let planned: OperationPlan | undefined;
      return {
        didResolveOperation: async ({ document, operation, request, contextValue, queryHash }) => {
          if (!operation) return;
          planned = planner.plan(document, operation, request.variables ?? {}, queryHash);
          if (contextValue.request.isPlanned) {
            // Where it is not only planned, a mistake in an argument is told of its field when that runs.
            const [mistake] = planned.mistakes;
            if (mistake !== undefined) throw refusal(ErrorCode.BAD_USER_INPUT, mistake);
            return;
          }
          const complaint = planner.beyond(planned);
          if (complaint !== undefined) throw refusal(ErrorCode.BUDGET_EXCEEDED, complaint);
        },
        responseForOperation: async ({ contextValue, response: { http }, ...asked }) => {
          if (!planned || !contextValue.request.isPlanned) return null;
          const plan = toAnswer(planned, planner, sentOf(asked));
          return { http, body: { kind: 'single', singleResult: { data: null, extensions: { plan } } } };
        },
        willSendResponse: async ({ contextValue, errors, operation, response: { body }, ...asked }) => {
          const { isPlanned, tally } = contextValue.request;
          const isWhole = body.kind === 'single' && !errors && !body.singleResult.errors;
          if (!isPlanned && isWhole && operation?.operation === OperationTypeNode.QUERY && tally.size > 0) {
            planner.ran(sentOf(asked), tally);
          }
        },
      };
    },
  };
}

function refusal(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

function sentOf({
  request,
}: {
  readonly request: { query?: string; operationName?: string; variables?: object };
}): Sent {
  return {
    query: request.query ?? '',
    operationName: request.operationName,
    variables: { ...request.variables },
  };
}

/** The plan as `extensions.plan`; what an operation took when it ran last is what to expect of it. */
function toAnswer(planned: OperationPlan, planner: Planner, sent: Sent): object {
  const measured = planner.lastRun(sent);
  const upstreams = planned.upstreams.map((each) => ({
    ...each,
    expected: measured?.get(each.upstream) ?? each.expected,
  }));
  const complaint = planner.beyond(planned);
  return {
    calls: planned.calls,
    cost: {
      ...sumOf(upstreams),
      basis: measured ? 'measured' : 'estimated',
      upstreams,
    },
    ...(complaint === undefined ? {} : { refused: complaint }),
  };
}
