import { GraphQLError } from 'graphql';

import { registerEnumType } from './decorators.js';
import { ProviderFailure, type FailureKind } from '../../transport/failure.js';

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

/** In short; schema/errors.md has it in full. */
const DESCRIPTIONS: Readonly<Record<ErrorCode, string>> = {
  UPSTREAM_UNAVAILABLE: 'No connection to the upstream, or it answered 5xx. Asking again later may help.',
  UPSTREAM_TIMEOUT: 'The upstream did not answer in time. Asking again may help.',
  UPSTREAM_RATE_LIMITED: 'The upstream asks for a pause: see `retryAfterMs`.',
  UPSTREAM_OVERLOADED: 'Too many calls to this upstream wait already, so that this one was not sent.',
  UPSTREAM_AUTH: 'The upstream did not accept the credentials of the config, or they lack a right.',
  UPSTREAM_REJECTED: 'The upstream understood and said no.',
  UPSTREAM_PROTOCOL: 'The upstream answered something that its documents do not describe.',
  OUTCOME_UNKNOWN: 'A write may or may not have happened; it is never sent again by itself. See `operation(id:)`.',
  IDEMPOTENCY_IN_PROGRESS: 'A write with this key is being done right now: see `retryAfterMs`.',
  IDEMPOTENCY_KEY_REUSED: 'The key was used before with other arguments. Nothing was sent.',
  IDEMPOTENCY_KEY_EXPIRED: 'The key is older than what is kept of writes. Nothing was sent.',
  IDEMPOTENCY_KEY_REQUIRED: 'The config demands an `idempotencyKey` here. Nothing was sent.',
  NOT_FOUND: 'The thing to be changed is not there; queries answer null instead.',
  FORBIDDEN: 'The caller may not do this.',
  UNAUTHENTICATED: 'The caller did not say who they are, or not validly.',
  BAD_USER_INPUT: 'An argument is out of range or malformed. Nothing was sent.',
  UNSUPPORTED: 'The provider has no such operation.',
  CONFLICT: 'The thing is in a state that forbids this.',
  BUDGET_EXCEEDED:
    'The operation asks for more, or its answer would hold more, than the limits or the budget of the config allow.',
  RATE_LIMITED: 'The caller asks too often.',
  OVERLOADED: 'The gateway is at its limit and refused early.',
  UNAVAILABLE:
    'The store of operations failed, so that no account of a write can be kept or read. Nothing was sent; other reads go on.',
  SHUTTING_DOWN: 'The gateway is stopping and takes no new work.',
  INTERNAL: 'A bug of this gateway; the message holds a request id for its log.',
};

registerEnumType(ErrorCode, {
  name: 'ErrorCode',
  description: 'Every error code of this API; schema/errors.md says what each means and who should act.',
  valuesConfig: Object.fromEntries(Object.entries(DESCRIPTIONS).map(([code, description]) => [code, { description }])),
});

const CODES: Readonly<Record<FailureKind, ErrorCode>> = {
  unavailable: 'UPSTREAM_UNAVAILABLE',
  timeout: 'UPSTREAM_TIMEOUT',
  auth: 'UPSTREAM_AUTH',
  'not-found': 'NOT_FOUND',
  rejected: 'UPSTREAM_REJECTED',
  'rate-limited': 'UPSTREAM_RATE_LIMITED',
  overloaded: 'UPSTREAM_OVERLOADED',
  'over-budget': 'BUDGET_EXCEEDED',
  protocol: 'UPSTREAM_PROTOCOL',
};

const RETRYABLE: readonly FailureKind[] = ['unavailable', 'timeout', 'rate-limited', 'overloaded'];

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
function toClientError(error: unknown): unknown {
  return error instanceof ProviderFailure ? toGraphQLError(error) : error;
}

/** What was asked, or its failure as a client may see it. */
export async function translateErrors<Value>(value: Promise<Value>): Promise<Value> {
  try {
    return await value;
  } catch (error) {
    throw toClientError(error);
  }
}
