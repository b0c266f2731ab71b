import { ProviderFailure } from '../transport/failure.js';

/** The answer, or undefined where the provider says that the thing asked for is not there. */
export async function unlessMissing<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'not-found') return undefined;
    throw error;
  }
}
