import type { ReportedError } from '../../wire/endpoint.js';
import { either, ignoredBody, optional, text } from '../../wire/value-readers.js';
import { kindOfStatus } from '../../wire/status.js';
import { arrayOf, record } from '../../wire/structure-readers.js';

// One sentence of the provider's documentation says "an object": its sample and the published clients have a list.
const errors = either(
  arrayOf(record({ error_message: optional(text), error_point: optional(text), error_type: optional(text) })),
  ignoredBody,
);

/**
 * Reads the list of errors in the body. Where there is none, as in an empty 401 or a proxy's page, the status decides.
 * `rejectedField` names all columns at fault, separated by commas.
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

/** As `readProviderError`, of a DELETE: a 403 with a message may be about the contact and not about the credentials. */
export function readDeletionError(status: number, body: unknown): ReportedError | undefined {
  const providerError = readProviderError(status, body);
  return providerError?.message && status === 403 ? { ...providerError, kind: 'rejected' } : providerError;
}
