import type { ReportedError } from '../../wire/endpoint.js';
import { either, arrayOf, ignoredBody, optional, record, text } from '../../wire/value-readers.js';
import { kindOfStatus } from '../../wire/status.js';

// One sentence of the provider's page says "an object": its sample and the published clients have a list.
const errors = either(
  arrayOf(record({ error_message: optional(text), error_point: optional(text), error_type: optional(text) })),
  ignoredBody,
);

/**
 * Reads the list of errors that every refusal carries; without one (an empty 401, a proxy's page) the status speaks.
 * `point` holds the names of all columns at fault, with commas.
 */
export function readProviderError(status: number, body: unknown): ReportedError | undefined {
  const kind = kindOfStatus(status);
  if (kind === undefined || kind === 'protocol') return undefined;
  const providerErrors = errors(body, '') ?? [];
  const messages = providerErrors.map(({ error_point: point, error_message: message }) =>
    [point, message].filter((part) => part !== null).join(': '),
  );
  const fieldPaths = providerErrors.flatMap(({ error_point: point }) => point ?? []);
  // Documented as "try again": another write was under way, so this one was not done.
  const isConcurrentWrite = status === 503 && providerErrors.some(({ error_type: type }) => type === 'concurrency');
  return {
    kind: isConcurrentWrite ? 'rate-limited' : kind,
    message: messages.join('; '),
    rejectedField: fieldPaths.join() || undefined,
  };
}

/** The same of a DELETE: a 403 in the provider's own words may speak of the contact and not of our credentials. */
export function readDeletionError(status: number, body: unknown): ReportedError | undefined {
  const providerError = readProviderError(status, body);
  return providerError?.message && status === 403 ? { ...providerError, kind: 'rejected' } : providerError;
}
