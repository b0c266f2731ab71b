import { jsonReply, type Reply } from '../kit/http.js';

export const JSON_TYPE = 'application/json; charset=utf-8';

/** The kinds of error the API knows (its page on errors). */
type ErrorType = 'validation' | 'notexist' | 'backend' | 'permission' | 'concurrency';

/** One entry of the list of errors; `error_point` names a field or is null, and is always there. */
export interface ApiError {
  readonly error_type: ErrorType;
  readonly error_message: string;
  readonly error_point: string | null;
}

/** A request that is not done, with what the API says about it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly errors: readonly ApiError[],
  ) {
    super(errors.map((error) => error.error_message).join('; '));
  }
}

export function invalid(message: string, point: string | null = null): ApiError {
  return { error_type: 'validation', error_message: message, error_point: point };
}

export function notFound(message: string): Refusal {
  return new Refusal(404, [{ error_type: 'notexist', error_message: message, error_point: null }]);
}

/** The page on errors says "an object", but its sample and the published clients have a list: a list it is. */
export function toReply(refusal: Refusal, headers: Readonly<Record<string, string>> = {}): Reply {
  const reply = jsonReply(refusal.errors, refusal.status, JSON_TYPE);
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
