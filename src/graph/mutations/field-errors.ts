import { InvalidInputError } from '../../operations/intent.js';
import type { UserErrorDetail } from '../../operations/record.js';
import { ProviderFailure } from '../../transport/failure.js';

/** What is wrong with one field of an input, by the field's name or its path below the input. */
export function inputError(
  field: string | readonly string[],
  message: string,
  code = 'BAD_USER_INPUT',
): UserErrorDetail {
  return { code, message, field: [field].flat() };
}

/**
 * A provider's refusal that names columns, as errors of the input fields that these columns came from. Any other error
 * is returned as it is.
 */
export function toFieldErrors(error: unknown, fields: Readonly<Record<string, readonly string[]>>): unknown {
  if (!(error instanceof ProviderFailure) || error.kind !== 'rejected' || error.sent !== 'yes') return error;
  const { message, rejectedField = '' } = error;
  const fieldsAtFault = rejectedField
    .split(',')
    .flatMap((column) => (Object.hasOwn(fields, column) ? [fields[column] ?? []] : []));
  if (fieldsAtFault.length === 0) return error;
  return new InvalidInputError(fieldsAtFault.map((field) => inputError(field, message, 'UPSTREAM_REJECTED')));
}
