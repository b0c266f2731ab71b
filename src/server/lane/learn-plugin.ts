import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';

import { compileOperation } from '../../executor/compile-operation.js';
import type { ServedContext } from '../served-request.js';
import type { KnownOperations } from './known-operations.js';

/**
 * Compiles an operation that Apollo Server has parsed and validated, once it was asked for so often that compiling pays.
 * Uses are counted as long as Apollo's document store, which is bounded, holds the document.
 */
export function learnPlugin(
  schema: GraphQLSchema,
  known: Pick<KnownOperations, 'add'>,
  compileAtUse: number,
): ApolloServerPlugin<ServedContext> {
  const uses = new WeakMap<OperationDefinitionNode, number>();
  return {
    requestDidStart: async () => ({
      // Undefined where the document has no operation of the name that was asked for, whatever Apollo's types say.
      didResolveOperation: async ({ document, operation, queryHash, request: { query, operationName } }) => {
        if (!operation || query === undefined) return;
        const use = (uses.get(operation) ?? 0) + 1;
        uses.set(operation, use);
        if (use < compileAtUse) return;
        const compiled = compileOperation(schema, document, operation);
        if (compiled) known.add(query, operationName, { document, operation, queryHash, compiled });
      },
    }),
  };
}
