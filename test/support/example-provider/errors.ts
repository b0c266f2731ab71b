import type { ReportedError } from '../../../src/wire/endpoint.js';
import { kindOfStatus } from '../../../src/wire/status.js';
import { record } from '../../../src/wire/structure-readers.js';
import { either, ignoredBody, optional, text } from '../../../src/wire/value-readers.js';

const errorBody = either(record({ error: record({ message: text, field: optional(text) }) }), ignoredBody);

/** Reads `{ error: { message, field } }`. Where the body is something else, such as a proxy's page, the status decides. */
export function readProviderError(status: number, body: unknown): ReportedError | undefined {
  const kind = kindOfStatus(status);
  if (kind === undefined || kind === 'protocol') return undefined;
  const error = errorBody(body, '')?.error;
  return { kind, message: error?.message ?? '', rejectedField: error?.field ?? undefined };
}
