import { GraphQLError } from 'graphql';

import type { Outcome } from '../../operations/intent.js';
import type { JsonObject } from '../../operations/record.js';
import { encodeId } from '../values/id.js';
import { ErrorCode, toGraphQLError } from '../values/errors.js';

type OpenOutcome = Exclude<Outcome<JsonObject>, { readonly is: 'done' | 'rejected' }>;

/** A write that is neither done nor refused, in the words of the contract: `sent` says what is known of it. */
export function toOutcomeError(
  outcome: OpenOutcome,
  upstream: string,
  path: ReadonlyArray<string | number>,
): GraphQLError {
  switch (outcome.is) {
    case 'failed': {
      const error = toGraphQLError(outcome.failure, path);
      const message = `Not done, and surely so: ${error.message}`;
      return new GraphQLError(message, { path, extensions: { ...error.extensions, sent: 'no' } });
    }
    case 'unknown': {
      const operationId = encodeId(upstream, 'operation', outcome.record.id);
      const why = outcome.message.replace(/\.$/, '');
      const message = `It may or may not have been done (${why}). Nothing is sent again; ask for the operation "${operationId}" to learn more.`;
      return new GraphQLError(message, {
        path,
        extensions: { code: ErrorCode.OUTCOME_UNKNOWN, upstream, sent: 'unknown', retryable: false, operationId },
      });
    }
    case 'refused': {
      const { code, message, retryAfterMs } = outcome;
      const retryable = code === 'IDEMPOTENCY_IN_PROGRESS' || code === 'UNAVAILABLE';
      const after = retryAfterMs === undefined ? {} : { retryAfterMs };
      // What is under way was sent by another call, not by this one.
      return new GraphQLError(message, { path, extensions: { code, upstream, sent: 'no', retryable, ...after } });
    }
  }
}
