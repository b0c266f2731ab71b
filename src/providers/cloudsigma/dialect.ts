import type { Refusal } from '../../wire/endpoint.js';
import { either, list, nothing, optional, record, text } from '../../wire/read.js';
import { kindOfStatus } from '../../wire/status.js';

// One sentence of the provider's page says "an object": its sample and the published clients have a list.
const errors = either(list(record({ error_message: optional(text), error_point: optional(text) })), nothing);

/** Reads the list of errors that every refusal carries; without one (an empty 401, a proxy's page) the status speaks. */
export function refusal(status: number, body: unknown): Refusal | undefined {
  const kind = kindOfStatus(status);
  if (kind === undefined || kind === 'unreadable') return undefined;
  const told = errors(body, '') ?? [];
  const messages = told.map(({ error_point: point, error_message: message }) =>
    [point, message].filter((part) => part !== null).join(': '),
  );
  return { kind, message: messages.join('; ') };
}
