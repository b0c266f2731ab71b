import { Invalid } from '../../operations/intent.js';
import { ProviderFailure } from '../../transport/failure.js';
import { isNo } from './sure.js';

/** The field of the input that names a thing, by the server's word for the thing: `contact` of "Contact not found". */
type Fields = Readonly<Record<string, string>>;

/**
 * The answer, or a "no" in the input's own names. A 404 that speaks of another thing than the `target`, e.g. of a trunk
 * that there is not, does not mean that the target is gone.
 */
export async function naming<Answer>(answer: Promise<Answer>, fields: Fields, target?: string): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ProviderFailure) || !isNo(error, ['rejected', 'not-found'])) throw error;
    const { kind, point, message } = error;
    const [, field] = Object.entries(fields).find(([thing]) => thing === point) ?? [];
    const isTarget = target !== undefined && (point === undefined || point === target);
    if (field === undefined && (kind === 'rejected' || isTarget)) throw error;
    const code = kind === 'not-found' && field !== undefined ? 'NOT_FOUND' : 'UPSTREAM_REJECTED';
    // The server calls a text a transmission.
    const told = point === 'transmission' && target !== 'transmission' ? `${message} (that is the text)` : message;
    throw new Invalid([{ code, message: told, field: field === undefined ? null : [field] }]);
  }
}
