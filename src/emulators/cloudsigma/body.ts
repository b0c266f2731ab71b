import type { Call } from '../kit/http.js';
import { invalid, Refusal } from './refusal.js';

/** The JSON of a request; the API asks for a Content-Type wherever there is a body. */
export function readJson(call: Call): unknown {
  const type = call.headers['content-type'] ?? '';
  if (!/^application\/json\b/i.test(type)) {
    throw new Refusal(400, [invalid(`Content-Type must be application/json, not "${type}"`)]);
  }
  try {
    return JSON.parse(call.text) as unknown;
  } catch {
    throw new Refusal(400, [invalid('The request body is not valid JSON')]);
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
