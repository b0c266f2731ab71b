import { ProviderFailure } from '../transport/failure.js';

/** The answer, or undefined where the provider says that the thing asked for is not there. */
export function unlessMissing<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  return answer.catch(undefinedIfMissing);
}

/** Of a failed call: undefined where the provider says so, or the failure again. */
export function undefinedIfMissing(error: unknown): undefined {
  if (error instanceof ProviderFailure && error.kind === 'not-found') return undefined;
  throw error;
}
