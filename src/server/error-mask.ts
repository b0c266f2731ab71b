import { randomUUID } from 'node:crypto';

import type { ApolloServerOptionsWithSchema, ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode, ApolloServerValidationErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import { ErrorCode, toGraphQLError } from '../graph/values/errors.js';
import { redact } from '../transport/redact.js';
import { ProviderFailure } from '../transport/failure.js';
import type { Log, Scrubber } from './log.js';
import { REPETITION } from './repetition-rule.js';
import type { ServedContext, ServedRequest } from './served-request.js';

/** The error of a field as its client may see it. */
export type FormatFieldError = (error: GraphQLError, request: ServedRequest) => GraphQLFormattedError;

export interface ErrorMask {
  readonly formatError: NonNullable<ApolloServerOptionsWithSchema<ServedContext>['formatError']>;
  /** For the error of a field that was executed without Apollo: what Apollo and `formatError` would make of it. */
  readonly formatFieldError: FormatFieldError;
  /** Lets the mask find the request of an error. */
  readonly plugin: ApolloServerPlugin<ServedContext>;
}

export interface ErrorMaskOptions {
  readonly log: Log;
  readonly scrub: Scrubber;
  /** Whether messages must not name what a client misspelt. */
  readonly hidesSchema?: boolean;
}

const PUBLIC_CODES: ReadonlySet<unknown> = new Set<string>([
  ...Object.values(ErrorCode),
  ...Object.values(ApolloServerErrorCode).filter((code) => code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR),
]);

const TOO_MANY_MISTAKES = 'Too many errors processing variables';

const BUDGET_CODES: ReadonlySet<unknown> = new Set([
  ApolloServerValidationErrorCode.MAX_RECURSIVE_SELECTIONS_EXCEEDED,
  REPETITION,
]);

/**
 * Passes only errors that were made for clients. Any other error is logged completely and becomes INTERNAL with the
 * request id.
 */
export function createErrorMask({ log, scrub, hidesSchema = false }: ErrorMaskOptions): ErrorMask {
  const clean = (text: string, request: ServedRequest | undefined): string => {
    let cleaned = scrub(hidesSchema ? hideSchema(text) : text);
    // Not those of other callers: what is hidden would tell somebody who guesses what they are.
    for (const credential of request?.principal.credentials?.values() ?? []) cleaned = redact(credential, cleaned);
    return cleaned;
  };
  const requests = new WeakMap<object, ServedRequest>();
  const format = (
    formatted: GraphQLFormattedError,
    error: unknown,
    request: ServedRequest | undefined,
  ): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    // A failure of an upstream that a resolver threw as it was.
    if (original instanceof ProviderFailure) {
      const { message, extensions } = toGraphQLError(original);
      return { ...formatted, message: clean(message, request), extensions };
    }
    // graphql-js gives no code to the last one of many mistakes in variables.
    if (error instanceof GraphQLError && error.message.startsWith(TOO_MANY_MISTAKES))
      return { ...formatted, extensions: { code: ErrorCode.BAD_USER_INPUT } };
    if (error instanceof GraphQLError && PUBLIC_CODES.has(formatted.extensions?.['code'])) {
      return { ...withBudgetCode(formatted), message: clean(formatted.message, request) };
    }
    const requestId = request?.id ?? randomUUID();
    // Errors after the client has disconnected are caused by that.
    if (!request?.clientSignal.aborted)
      log.error({ requestId, path: formatted.path, error: original }, 'internal error');
    return {
      ...formatted,
      message: `Internal error; quote request id ${requestId}`,
      extensions: { code: ErrorCode.INTERNAL, requestId },
    };
  };
  return {
    plugin: {
      requestDidStart: async () => ({
        didEncounterErrors: async ({ errors, contextValue }) => {
          for (const error of errors) requests.set(error, contextValue.request);
        },
      }),
    },
    formatError: (formatted, error) =>
      format(formatted, error, typeof error === 'object' && error !== null ? requests.get(error) : undefined),
    formatFieldError: (error, request) => {
      const { code = ApolloServerErrorCode.INTERNAL_SERVER_ERROR, ...extensions } = error.extensions;
      delete extensions['http'];
      return format({ ...error.toJSON(), extensions: { ...extensions, code } }, error, request);
    },
  };
}

/** Apollo does the same to messages of validation only; those about variables suggest names, too. */
function hideSchema(message: string): string {
  if (message.startsWith('GraphQL introspection is not allowed')) return 'This gateway does not describe its schema.';
  return message.replace(/ ?Did you mean .+\?$/, '');
}

/** All limits on documents have one error code, whether Apollo, graphql-js or this server enforces them. */
function withBudgetCode(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { extensions } = formatted;
  const isOver =
    BUDGET_CODES.has(extensions?.['validationErrorCode']) ||
    (extensions?.['code'] === ApolloServerErrorCode.GRAPHQL_PARSE_FAILED &&
      formatted.message.includes('tokens. Parsing aborted'));
  return isOver ? { ...formatted, extensions: { code: ErrorCode.BUDGET_EXCEEDED } } : formatted;
}
