import { InvalidInputError } from '../../operations/intent.js';
import { ProviderFailure } from '../../transport/failure.js';

/** A refusal that names columns, as mistakes in the fields of the input (by column); any other error as it is. */
export function toFieldErrors(error: unknown, fields: Readonly<Record<string, readonly string[]>>): unknown {
  if (!(error instanceof ProviderFailure) || error.kind !== 'rejected' || error.sent !== 'yes') return error;
  const { message, rejectedField = '' } = error;
  const fieldsAtFault = rejectedField
    .split(',')
    .flatMap((column) => (Object.hasOwn(fields, column) ? [fields[column] ?? []] : []));
  if (fieldsAtFault.length === 0) return error;
  return new InvalidInputError(fieldsAtFault.map((field) => ({ code: 'UPSTREAM_REJECTED', message, field })));
}
