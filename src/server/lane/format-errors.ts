import { GraphQLError, type ExecutionResult, type GraphQLErrorExtensions, type GraphQLFormattedError } from 'graphql';

import type { FormatFieldError } from '../error-mask.js';
import type { ServedRequest } from '../served-request.js';

/** Errors of fields as their client may see them, and the HTTP status that they ask for, if one does. */
export function formatErrors(
  errors: NonNullable<ExecutionResult['errors']>,
  request: ServedRequest,
  formatFieldError: FormatFieldError,
): { readonly formatted: readonly GraphQLFormattedError[]; readonly status: number | undefined } {
  let status: number | undefined;
  const formatted = errors.map((thrown) => {
    // One of which nothing can be read may come as it was thrown, from graphql-js as well.
    const error = thrown instanceof GraphQLError ? thrown : new GraphQLError('unreadable', { originalError: thrown });
    status = statusOf(error.extensions) ?? status;
    return formatFieldError(error, request);
  });
  return { formatted, status };
}

function statusOf({ http }: GraphQLErrorExtensions): number | undefined {
  return typeof http === 'object' && http !== null && 'status' in http && typeof http.status === 'number'
    ? http.status
    : undefined;
}
