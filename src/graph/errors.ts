import { GraphQLError } from 'graphql';

import { registerEnumType } from './decorators.js';
import { ProviderFailure, type FailureKind } from '../transport/failure.js';

/** Every code that a client can meet in `extensions.code` (besides Apollo's own for parsing and validation). */
export const ErrorCode = {
  UPSTREAM_UNAVAILABLE: 'UPSTREAM_UNAVAILABLE',
  UPSTREAM_TIMEOUT: 'UPSTREAM_TIMEOUT',
  UPSTREAM_RATE_LIMITED: 'UPSTREAM_RATE_LIMITED',
  UPSTREAM_OVERLOADED: 'UPSTREAM_OVERLOADED',
  UPSTREAM_AUTH: 'UPSTREAM_AUTH',
  UPSTREAM_REJECTED: 'UPSTREAM_REJECTED',
  UPSTREAM_PROTOCOL: 'UPSTREAM_PROTOCOL',
  OUTCOME_UNKNOWN: 'OUTCOME_UNKNOWN',
  IDEMPOTENCY_IN_PROGRESS: 'IDEMPOTENCY_IN_PROGRESS',
  IDEMPOTENCY_KEY_REUSED: 'IDEMPOTENCY_KEY_REUSED',
  IDEMPOTENCY_KEY_EXPIRED: 'IDEMPOTENCY_KEY_EXPIRED',
  IDEMPOTENCY_KEY_REQUIRED: 'IDEMPOTENCY_KEY_REQUIRED',
  NOT_FOUND: 'NOT_FOUND',
  FORBIDDEN: 'FORBIDDEN',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  UNSUPPORTED: 'UNSUPPORTED',
  CONFLICT: 'CONFLICT',
  BUDGET_EXCEEDED: 'BUDGET_EXCEEDED',
  RATE_LIMITED: 'RATE_LIMITED',
  OVERLOADED: 'OVERLOADED',
  UNAVAILABLE: 'UNAVAILABLE',
  SHUTTING_DOWN: 'SHUTTING_DOWN',
  INTERNAL: 'INTERNAL',
} as const;
export type ErrorCode = keyof typeof ErrorCode;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ErrorCode, code);
}

registerEnumType(ErrorCode, {
  name: 'ErrorCode',
  description: 'Every error code of this API; schema/errors.md says what each means and who should act.',
});

const CODES: Readonly<Record<FailureKind, ErrorCode>> = {
  unreachable: 'UPSTREAM_UNAVAILABLE',
  late: 'UPSTREAM_TIMEOUT',
  denied: 'UPSTREAM_AUTH',
  missing: 'NOT_FOUND',
  refused: 'UPSTREAM_REJECTED',
  throttled: 'UPSTREAM_RATE_LIMITED',
  crowded: 'UPSTREAM_OVERLOADED',
  unreadable: 'UPSTREAM_PROTOCOL',
};

const RETRYABLE: readonly FailureKind[] = ['unreachable', 'late', 'throttled', 'crowded'];

export function codeOf(failure: ProviderFailure): ErrorCode {
  return CODES[failure.kind];
}

/** Whether asking again later may help; says nothing of writes. */
export function isRetryable(failure: ProviderFailure): boolean {
  return RETRYABLE.includes(failure.kind);
}

/** What a client did wrong: one sentence with the value and what to do. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: ErrorCode.BAD_USER_INPUT } });
}

/** A provider's failure in the words of the contract; its cause stays inside. */
export function toGraphQLError(failure: ProviderFailure, path?: ReadonlyArray<string | number>): GraphQLError {
  return new GraphQLError(failure.message, {
    ...(path ? { path } : {}),
    extensions: {
      code: codeOf(failure),
      upstream: failure.upstream,
      retryable: isRetryable(failure),
      ...(failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
    },
    originalError: failure,
  });
}

/** Whatever was thrown, as what a client may see of it; a bug of ours stays as it is and is masked at the door. */
function translated(error: unknown): unknown {
  return error instanceof ProviderFailure ? toGraphQLError(error) : error;
}

/** What was asked, or its failure as a client may see it. */
export async function orTranslated<Value>(value: Promise<Value>): Promise<Value> {
  try {
    return await value;
  } catch (error) {
    throw translated(error);
  }
}
