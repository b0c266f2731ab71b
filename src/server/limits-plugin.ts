import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

import {
  IDS_SUFFIX,
  measureLargest,
  measureOperation,
  TooComplexError,
  type OperationSize,
} from '../graph/cost/operation-size.js';
import type { OperationLimits } from '../graph/cost/limits.js';
import { ErrorCode } from '../graph/values/errors.js';
import type { ServedContext } from './served-request.js';

/** Lists of one type inside each other: more levels say nothing new, and each multiplies. */
const MAX_NESTED_LISTS = 3;

/** Rejects an operation that is too large for one request, before anything is sent. */
export function limitsPlugin(limits: OperationLimits): ApolloServerPlugin<ServedContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        if (operation) checkLimits(schema, document, operation, request.variables ?? {}, limits);
      },
    }),
  };
}

/** Throws BUDGET_EXCEEDED with what was counted and what to do. */
export function checkLimits(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: OperationLimits,
): void {
  const excess = describeExcess(() => measureOperation(schema, document, operation, variables), limits);
  if (excess === undefined) return;
  throw new GraphQLError(excess, { extensions: { code: ErrorCode.BUDGET_EXCEEDED, http: { status: 400 } } });
}

/** Whether an operation is within the limits with all variables that are of page size. */
export function isAlwaysWithinLimits(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: OperationLimits,
): boolean {
  try {
    const size = measureLargest(schema, document, operation);
    return size !== undefined && describeExceededLimit(size, limits) === undefined;
  } catch (error) {
    if (error instanceof TooComplexError) return false;
    throw error;
  }
}

function describeExcess(measureSize: () => OperationSize | undefined, limits: OperationLimits): string | undefined {
  try {
    const size = measureSize();
    return size && describeExceededLimit(size, limits);
  } catch (error) {
    if (!(error instanceof TooComplexError)) throw error;
    return 'this operation has fragments on types inside fragments on types in too many combinations: ask in several operations';
  }
}

/** A sentence about the limit that an operation exceeds; undefined if it exceeds none. */
function describeExceededLimit(
  { rootFields, depth, rows, largest, chains }: OperationSize,
  limits: OperationLimits,
): string | undefined {
  if (rootFields > limits.rootFields) {
    return `an operation has at most ${limits.rootFields} fields at its root, not ${rootFields}: ask in several operations, or have "limits.rootFields" raised in the config`;
  }
  if (depth > limits.depth) {
    return `an operation has fields inside fields at most ${limits.depth} deep, not ${depth}: ask for what lies deeper by its id, or have "limits.depth" raised in the config`;
  }
  for (const [type, length] of chains) {
    if (length > MAX_NESTED_LISTS) {
      return `this operation has ${length} lists of ${type} inside each other, and ${MAX_NESTED_LISTS} are allowed: ask for what lies deeper by its id`;
    }
  }
  if (rows <= limits.rows) return undefined;
  const ids = largest.path.find((name) => name.endsWith(IDS_SUFFIX));
  const fewer =
    ids === undefined
      ? 'ask for fewer with "first", or for less of each'
      : `give fewer ids to "${ids}" or ask for fewer with "first"`;
  return (
    `this operation may read ${rows} rows, more than ${limits.rows}, most of them in "${largest.path.join('.')}", ` +
    `since lists inside lists multiply: ${fewer}, or have "limits.rows" raised in the config`
  );
}
