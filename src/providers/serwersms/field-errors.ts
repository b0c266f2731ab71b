import { InvalidInputError } from '../../operations/intent.js';
import { ProviderFailure } from '../../transport/failure.js';

/** The fields of an input that were sent as the parameters `phone` and `id`; undefined where the input has none. */
export interface FieldPaths {
  readonly phone?: readonly string[] | undefined;
  readonly id?: readonly string[] | undefined;
}

/** Awaits a call's answer. A rejection that names a parameter becomes an error of the field that it came from. */
export async function withFieldErrors<Answer>(answer: Promise<Answer>, { phone, id }: FieldPaths): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ProviderFailure) || error.sent !== 'yes') throw error;
    const { kind, rejectedField, message } = error;
    if (kind === 'rejected' && rejectedField === 'phone' && phone) {
      throw new InvalidInputError([{ code: 'UPSTREAM_REJECTED', message, field: phone }]);
    }
    if (kind === 'not-found' && id) throw new InvalidInputError([{ code: 'NOT_FOUND', message, field: id }]);
    throw error;
  }
}
