import { jsonCodec } from '../../wire/json.js';
import type { Codec, Refusal } from '../../wire/endpoint.js';
import { either, json, nothing, record, text } from '../../wire/read.js';
import { kindOfStatus } from '../../wire/status.js';

const CONTENT_TYPE = 'application/json; charset=UTF-8';

/** JSON, with the content type that the document requires even of a request without a body. */
export const codec: Codec = {
  ...jsonCodec(),
  headers: { accept: 'application/json', 'content-type': CONTENT_TYPE },
  contentType: CONTENT_TYPE,
};

const anything = either(json, nothing);
const envelope = either(record({ message: text }), nothing);
const sentence = either(text, nothing);

/**
 * Reads an error in either of its documented JSON shapes: an envelope keyed by the error's name, or for a 400 a sentence
 * for each field at fault, whose names are then in `point`, with commas. The third shape, plain text, says no more than
 * the status.
 */
export function refusal(status: number, body: unknown): Refusal | undefined {
  const kind = kindOfStatus(status);
  if (kind === undefined || kind === 'protocol') return undefined;
  const said = anything(body, '');
  const parts = typeof said === 'object' && said !== null && !Array.isArray(said) ? Object.entries(said) : [];
  const told: string[] = [];
  const points: string[] = [];
  for (const [name, value] of parts) {
    const message = envelope(value, '')?.message;
    const fault = status === 400 && message === undefined ? sentence(value, '') : undefined;
    if (message !== undefined) told.push(message);
    if (fault === undefined) continue;
    told.push(`${name}: ${fault}`);
    points.push(name);
  }
  return { kind, message: told.join('; '), point: points.join() || undefined };
}
