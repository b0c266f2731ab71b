import type { Refusal } from '../../wire/endpoint.js';
import { either, list, nothing, optional, record, text } from '../../wire/read.js';
import { kindOfStatus } from '../../wire/status.js';

// One sentence of the provider's page says "an object": its sample and the published clients have a list.
const errors = either(
  list(record({ error_message: optional(text), error_point: optional(text), error_type: optional(text) })),
  nothing,
);

/**
 * Reads the list of errors that every refusal carries; without one (an empty 401, a proxy's page) the status speaks.
 * `point` holds the names of all columns at fault, with commas.
 */
export function refusal(status: number, body: unknown): Refusal | undefined {
  const kind = kindOfStatus(status);
  if (kind === undefined || kind === 'protocol') return undefined;
  const told = errors(body, '') ?? [];
  const messages = told.map(({ error_point: point, error_message: message }) =>
    [point, message].filter((part) => part !== null).join(': '),
  );
  const points = told.flatMap(({ error_point: point }) => point ?? []);
  // Documented as "try again": another write was under way, so this one was not done.
  const notNow = status === 503 && told.some(({ error_type: type }) => type === 'concurrency');
  return { kind: notNow ? 'rate-limited' : kind, message: messages.join('; '), point: points.join() || undefined };
}

/** The same of a DELETE: a 403 in the provider's own words may speak of the contact and not of our credentials. */
export function refusalOfDeletion(status: number, body: unknown): Refusal | undefined {
  const told = refusal(status, body);
  return told?.message && status === 403 ? { ...told, kind: 'rejected' } : told;
}
