import type { ReportedError } from '../../wire/endpoint.js';
import { isPlainObject } from '../../wire/plain-object.js';
import { either, json, ignoredBody, text } from '../../wire/value-readers.js';
import { kindOfStatus } from '../../wire/status.js';
import { record } from '../../wire/structure-readers.js';

const anyJson = either(json, ignoredBody);
const errorEnvelope = either(record({ message: text }), ignoredBody);
const fieldMessage = either(text, ignoredBody);

/**
 * Reads an error in either of its documented JSON shapes: an envelope keyed by the error's name, or for a 400 a sentence
 * for each field at fault; `rejectedField` then names them all, separated by commas. The third documented shape, plain
 * text, adds nothing to the status.
 */
export function readProviderError(status: number, body: unknown): ReportedError | undefined {
  const kind = kindOfStatus(status);
  if (kind === undefined || kind === 'protocol') return undefined;
  const errorBody = anyJson(body, '');
  const parts = isPlainObject(errorBody) ? Object.entries(errorBody) : [];
  const messages: string[] = [];
  const fieldPaths: string[] = [];
  for (const [name, value] of parts) {
    const message = errorEnvelope(value, '')?.message;
    const fieldError = status === 400 && message === undefined ? fieldMessage(value, '') : undefined;
    if (message !== undefined) messages.push(message);
    if (fieldError === undefined) continue;
    messages.push(`${name}: ${fieldError}`);
    fieldPaths.push(name);
  }
  return { kind, message: messages.join('; '), rejectedField: fieldPaths.join() || undefined };
}
