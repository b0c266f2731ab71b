import { createHash, createHmac } from 'node:crypto';

import { validate, version } from 'uuid';

import type { Intent } from './intent.js';
import type { Json } from './record.js';

const KEY_PATTERN = /^[\x21-\x7e]{16,128}$/;

/** Why a text can't be an idempotency key; undefined when it can. */
export function describeInvalidKey(key: string): string | undefined {
  if (KEY_PATTERN.test(key)) return undefined;
  return `An idempotency key is 16 to 128 printable ASCII characters without blanks, e.g. a UUID; this one has ${key.length}.`;
}

/** What a key is unique in: the mutation field, the upstream and the caller. */
export function scopeOf({ mutation, upstream }: Intent, caller: string, key: string): string {
  return createHash('sha256')
    .update(JSON.stringify([mutation, upstream, caller, key]))
    .digest('base64url');
}

/** A keyed digest, so that phone numbers cannot be guessed from stored records. */
export function digestOf(value: Json, secret: Buffer): string {
  return createHmac('sha256', secret).update(toCanonicalJson(value)).digest('base64url');
}

/** When a UUIDv7 was made, in unix milliseconds; undefined for any other text. */
export function timestampOfKey(key: string): number | undefined {
  if (!validate(key) || version(key) !== 7) return undefined;
  return parseInt(key.replaceAll('-', '').slice(0, 12), 16);
}

/** The same text for values that differ only in the order of their names. */
function toCanonicalJson(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${toCanonicalJson(each)}`).join()}}`;
}
