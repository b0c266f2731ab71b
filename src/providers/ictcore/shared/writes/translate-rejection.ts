import { InvalidInputError } from '../../../../operations/intent.js';
import { ProviderFailure } from '../../../../transport/failure.js';
import { isProviderRejection } from './confirm-write.js';

/** The field of the input that names a thing, by the server's word for the thing: `contact` of "Contact not found". */
type FieldByThing = Readonly<Record<string, string>>;

/**
 * The answer, or its rejection with the input's own names. A 404 that names another thing than the `target`, such as a
 * missing trunk, does not mean that the target is gone.
 */
export async function translateRejection<Answer>(
  answer: Promise<Answer>,
  fields: FieldByThing,
  target?: string,
): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ProviderFailure) || !isProviderRejection(error, ['rejected', 'not-found'])) throw error;
    const { kind, rejectedField, message } = error;
    const [, field] = Object.entries(fields).find(([thing]) => thing === rejectedField) ?? [];
    const isTarget = target !== undefined && (rejectedField === undefined || rejectedField === target);
    if (field === undefined && (kind === 'rejected' || isTarget)) throw error;
    const code = kind === 'not-found' && field !== undefined ? 'NOT_FOUND' : 'UPSTREAM_REJECTED';
    // The server calls a text a transmission.
    const description =
      rejectedField === 'transmission' && target !== 'transmission' ? `${message} (that is the text)` : message;
    throw new InvalidInputError([{ code, message: description, field: field === undefined ? null : [field] }]);
  }
}
