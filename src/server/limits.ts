import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

import { IDS, measureOperation, TooInvolved, type OperationSize } from '../graph/cost/operation-size.js';
import type { Limits } from '../graph/cost/limits.js';
import { ErrorCode } from '../graph/errors.js';
import type { ServedContext } from './request.js';

/** Refuses, before anything is sent, an operation that asks for more than one request should. */
export function limiting(limits: Limits): ApolloServerPlugin<ServedContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        if (operation) checkOperation(schema, document, operation, request.variables ?? {}, limits);
      },
    }),
  };
}

/** Throws BUDGET_EXCEEDED with what was counted and what to do. */
export function checkOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): void {
  const complaint = complaintOf(() => measureOperation(schema, document, operation, variables), limits);
  if (complaint === undefined) return;
  throw new GraphQLError(complaint, { extensions: { code: ErrorCode.BUDGET_EXCEEDED, http: { status: 400 } } });
}

function complaintOf(measure: () => OperationSize | undefined, limits: Limits): string | undefined {
  try {
    const size = measure();
    return size && beyondLimits(size, limits);
  } catch (error) {
    if (!(error instanceof TooInvolved)) throw error;
    return 'this operation has fragments on types inside fragments on types in too many combinations: ask in several operations';
  }
}

/** What of an operation is more than may be asked at once, in a sentence; undefined: nothing. */
function beyondLimits({ rootFields, depth, rows, largest }: OperationSize, limits: Limits): string | undefined {
  if (rootFields > limits.rootFields) {
    return `an operation has at most ${limits.rootFields} fields at its root, not ${rootFields}: ask in several operations, or have "limits.rootFields" raised in the config`;
  }
  if (depth > limits.depth) {
    return `an operation has fields inside fields at most ${limits.depth} deep, not ${depth}: ask for what lies deeper by its id, or have "limits.depth" raised in the config`;
  }
  if (rows <= limits.rows) return undefined;
  const ids = largest.path.find((name) => name.endsWith(IDS));
  const fewer =
    ids === undefined ? 'ask for fewer with "first"' : `give fewer ids to "${ids}" or ask for fewer with "first"`;
  return (
    `this operation may read ${rows} rows, more than ${limits.rows}, most of them in "${largest.path.join('.')}", ` +
    `since lists inside lists multiply: ${fewer}, or have "limits.rows" raised in the config`
  );
}
