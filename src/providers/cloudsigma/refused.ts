import { Invalid } from '../../operations/intent.js';
import { ProviderFailure } from '../../transport/failure.js';

/** A refusal that names columns, as mistakes in the fields of the input (by column); any other error as it is. */
export function inFields(error: unknown, fields: Readonly<Record<string, readonly string[]>>): unknown {
  if (!(error instanceof ProviderFailure) || error.kind !== 'rejected' || error.sent !== 'yes') return error;
  const { message, point = '' } = error;
  const named = point.split(',').flatMap((column) => (Object.hasOwn(fields, column) ? [fields[column] ?? []] : []));
  if (named.length === 0) return error;
  return new Invalid(named.map((field) => ({ code: 'UPSTREAM_REJECTED', message, field })));
}
