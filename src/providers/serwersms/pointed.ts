import { Invalid } from '../../operations/intent.js';
import { ProviderFailure } from '../../transport/failure.js';

/** The fields of an input that SerwerSMS names as `phone` or `id`; undefined where the input has none. */
export interface Points {
  readonly phone?: readonly string[] | undefined;
  readonly id?: readonly string[] | undefined;
}

/** What a call answers; a "no" that names a parameter is told at the field that it came from. */
export async function pointed<Answer>(answer: Promise<Answer>, { phone, id }: Points): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ProviderFailure) || error.sent !== 'yes') throw error;
    const { kind, point, message } = error;
    if (kind === 'rejected' && point === 'phone' && phone) {
      throw new Invalid([{ code: 'UPSTREAM_REJECTED', message, field: phone }]);
    }
    if (kind === 'not-found' && id) throw new Invalid([{ code: 'NOT_FOUND', message, field: id }]);
    throw error;
  }
}
