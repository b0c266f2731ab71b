import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';

import type { ServedContext } from './served-request.js';

/**
 * Rejects an operation of a kind that the schema does not have, such as a subscription, because graphql-js validates it
 * as if the schema had it.
 */
export const operationKindPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, operation }) => {
      if (!operation || schema.getRootType(operation.operation)) return;
      throw new GraphQLError(`This API has no ${operation.operation}s: ask with a query, or write with a mutation.`, {
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
      });
    },
  }),
};
