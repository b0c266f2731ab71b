import { createHash } from 'node:crypto';

import { CommandError } from './command-error.js';

/** A shorter key can be guessed from its digest. */
const MIN_LENGTH = 20;
const MAX_LENGTH = 1024;

/** The line to print for a key, and what to say about the key besides. */
export interface HashedKey {
  readonly sha256: string;
  readonly warning: string | undefined;
}

/** All of a stream, as far as it may be a key; a longer one is refused then. */
export async function readKey(input: AsyncIterable<Buffer | string>): Promise<string> {
  let text = '';
  for await (const chunk of input) {
    text += chunk.toString();
    if (text.length > 2 * MAX_LENGTH) break;
  }
  return text;
}

/** The SHA-256 of an API key, for `auth.keys` of the config; throws a CommandError for what can be no key. */
export function hashKey(input: string): HashedKey {
  // Editors and `echo` end a text with a line break.
  const key = input.replace(/\r?\n$/, '');
  if (!/^[\x21-\x7e]+$/.test(key) || key.length > MAX_LENGTH) {
    throw new CommandError(
      `a key is 1 to ${MAX_LENGTH} visible ASCII characters without blanks; make one with: openssl rand -base64 32`,
    );
  }
  const warning =
    key.length < MIN_LENGTH
      ? `this key has ${key.length} characters and can be guessed: use ${MIN_LENGTH} or more, e.g. of: openssl rand -base64 32`
      : undefined;
  return { sha256: createHash('sha256').update(key).digest('hex'), warning };
}
