import { badInput } from './errors.js';

/** What an id stands for: a thing of a noun at an upstream, under the provider's own key. */
export interface Reference {
  readonly upstream: string;
  /** E.g. `contact`: a key of Backends, or `upstream`. */
  readonly noun: string;
  readonly key: string;
}

/** The opaque, URL-safe form of a reference. */
export function encodeId(upstream: string, noun: string, key: string): string {
  return Buffer.from(`${upstream}:${noun}:${key}`).toString('base64url');
}

/** Reads an id that we made; anything else is BAD_USER_INPUT. */
export function decodeId(id: string): Reference {
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const [, upstream, noun, key] = /^([^:]+):([a-zA-Z]+):(.+)$/s.exec(text) ?? [];
  // Only the canonical form is ours: base64 decoding forgives a lot.
  if (!upstream || !noun || !key || encodeId(upstream, noun, key) !== id) {
    throw badInput(`"${id.slice(0, 60)}" is not an id of this API; take ids from the "id" fields of its answers`);
  }
  return { upstream, noun, key };
}
