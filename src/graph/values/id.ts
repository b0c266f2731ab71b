import { badInput } from './errors.js';
import { foldUuid } from './uuid.js';

/** What an id stands for: a thing of a noun at an upstream, under the provider's own key. */
export interface Reference {
  readonly upstream: string;
  /** E.g. `contact`: a key of Backends, or `upstream`. */
  readonly noun: string;
  /** A UUID is in lower case, whatever the provider or the client wrote: it is the same in either. */
  readonly key: string;
}

const MAX_CACHED = 50_000;
const MAX_CACHED_LENGTH = 120;
const MAX_REFERENCES = 5000;
/** By upstream and noun, then by key: the same things are listed again and again, and encoding takes five times as long as looking. */
const cachedIds = new Map<string, Map<string, Map<string, string>>>();
let cachedCount = 0;

/** The opaque, URL-safe form of a reference. */
export function encodeId(upstream: string, noun: string, key: string): string {
  const cached = cachedIds.get(upstream)?.get(noun)?.get(key);
  if (cached !== undefined) return cached;
  const id = toBase64(`${upstream}:${noun}:${foldUuid(key)}`);
  if (key.length <= MAX_CACHED_LENGTH) keepId(upstream, noun, key, id);
  return id;
}

function keepId(upstream: string, noun: string, key: string, id: string): void {
  if (cachedCount >= MAX_CACHED) {
    cachedIds.clear();
    cachedCount = 0;
  }
  let byNoun = cachedIds.get(upstream);
  if (!byNoun) cachedIds.set(upstream, (byNoun = new Map<string, Map<string, string>>()));
  let byKey = byNoun.get(noun);
  if (!byKey) byNoun.set(noun, (byKey = new Map<string, string>()));
  byKey.set(key, id);
  cachedCount += 1;
}

/** Reads an id that we made; anything else is BAD_USER_INPUT. */
export function decodeId(id: string): Reference {
  const reference = readId(id);
  if (reference) return reference;
  throw invalidIdError(id);
}

/** BAD_USER_INPUT for what is no id of ours. */
export function invalidIdError(text: string): Error {
  return badInput(`"${text.slice(0, 60)}" is not an id of this API; take ids from the "id" fields of its answers`);
}

const references = new Map<string, Reference>();

/** What an id stands for; undefined where the text is none of ours. One request asks for the same several times. */
export function readId(id: string): Reference | undefined {
  const known = references.get(id);
  if (known) return known;
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const [, upstream, noun, key] = /^([^:]+):([a-zA-Z]+):(.+)$/s.exec(text) ?? [];
  const canonical = toBase64(text);
  // Only the canonical form is ours: base64 decoding forgives a lot.
  if (!upstream || !noun || !key || canonical !== id) return undefined;
  const reference = { upstream, noun, key: foldUuid(key) };
  // Not under the text that was given: one that stands in a document is a part of it to the engine, and keeps all of it.
  if (canonical.length <= MAX_CACHED_LENGTH) {
    if (references.size >= MAX_REFERENCES) references.clear();
    references.set(canonical, reference);
  }
  return reference;
}

/** The one spelling of an id: with its UUID in lower case. Any other text is as it is. */
export function canonicalId(text: string): string {
  const reference = readId(text);
  return reference ? encodeId(reference.upstream, reference.noun, reference.key) : text;
}

function toBase64(text: string): string {
  // A character takes at most three bytes. Each row has an id: a buffer for each would cost more than the encoding.
  if (text.length * 3 > scratch.length) return Buffer.from(text).toString('base64url');
  return scratch.toString('base64url', 0, scratch.write(text));
}

const scratch = Buffer.alloc(1024);
