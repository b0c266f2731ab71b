import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError, GraphQLErrorExtensions, GraphQLFormattedError, GraphQLSchema } from 'graphql';

import { createCompiledOperations } from './compiled-operations.js';
import type { ServedContext, ServedRequest } from './served-request.js';

/** An error of a field as its client may see it. */
export type FormatFieldError = (error: GraphQLError, request: ServedRequest) => GraphQLFormattedError;

/** Executes operations that were asked for before in their compiled form, with the same answers as graphql-js. */
export function compiledPlugin(
  schema: GraphQLSchema,
  compileAtUse: number,
  formatError: FormatFieldError,
): ApolloServerPlugin<ServedContext> {
  const findCompiled = createCompiledOperations(schema, compileAtUse);
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ document, operation, request, contextValue, response: { http } }) => {
        const result = await findCompiled(document, operation)?.(contextValue, request.variables ?? {});
        if (!result) return null;
        const { data = null, errors } = result;
        for (const { extensions } of errors ?? []) Object.assign(http, { status: statusOf(extensions) ?? http.status });
        const formatted = errors?.map((error) => formatError(error, contextValue.request));
        return { http, body: { kind: 'single', singleResult: { data, ...(formatted ? { errors: formatted } : {}) } } };
      },
    }),
  };
}

/** The HTTP status that an error asks for. */
function statusOf({ http }: GraphQLErrorExtensions): number | undefined {
  return typeof http === 'object' && http !== null && 'status' in http && typeof http.status === 'number'
    ? http.status
    : undefined;
}
